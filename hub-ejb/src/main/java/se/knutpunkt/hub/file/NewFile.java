package se.knutpunkt.hub.file;

/**
 * What is told of a file before its content.
 *
 * @param name as the person named it, stored sealed; at most 255 characters
 * @param mediaType as found in the content by the caller, for instance {@code image/png}
 * @param limit largest size taken, in bytes
 */
public record NewFile(String name, String mediaType, long limit) {}
