package se.knutpunkt.hub.access;

import java.time.Instant;

/** A look as it was noted. */
public record NotedLook(Instant at, Look look) {}
