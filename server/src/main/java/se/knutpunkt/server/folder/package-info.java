/** The data folder: who owns it, what lies where in it, and the programs unpacked into it. */
@NullMarked
package se.knutpunkt.server.folder;

import org.jspecify.annotations.NullMarked;
