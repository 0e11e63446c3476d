package se.knutpunkt.hub.register;

/** An independent branch inside an authority; also a boundary of confidentiality (OSL 8:2). */
public record Branch(String code, String authority, Name name) {}
