/** Files in sealed chunks: staged while they arrive, adopted by the transaction that needs them, streamed out. */
@NullMarked
package se.knutpunkt.hub.file;

import org.jspecify.annotations.NullMarked;
