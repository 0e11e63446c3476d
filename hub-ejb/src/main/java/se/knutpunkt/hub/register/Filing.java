package se.knutpunkt.hub.register;

/**
 * Where documents of a case type belong.
 *
 * @param informationClass class of the information plan, for instance {@code 3.7.1}
 * @param documentType document type of the information plan
 * @param diarySystem the system that keeps the diary of the case type
 */
public record Filing(String informationClass, String documentType, String diarySystem) {}
