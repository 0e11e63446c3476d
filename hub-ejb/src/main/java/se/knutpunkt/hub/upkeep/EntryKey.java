package se.knutpunkt.hub.upkeep;

import se.knutpunkt.hub.register.RegisterKind;

/** What names an entry of the register. */
public record EntryKey(RegisterKind kind, String code) {}
