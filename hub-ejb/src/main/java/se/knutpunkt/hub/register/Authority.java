package se.knutpunkt.hub.register;

/** An authority (nämnd) that owns case types; a boundary of confidentiality runs round it (OSL 8:1). */
public record Authority(String code, Name name) {}
