package se.knutpunkt.eforms.definition;

/**
 * Where a sent form goes when its answers say so.
 *
 * @param when CEL rule over all fields; the first route whose rule holds is taken
 * @param caseType code of the registered case type of the case it opens then; the authority is that of the case type
 */
public record Route(String when, String caseType) {}
