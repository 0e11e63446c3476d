/** Demo mode: its data files, its source key and the source system that signals the figure's events. */
@NullMarked
package se.knutpunkt.server.demo;

import org.jspecify.annotations.NullMarked;
