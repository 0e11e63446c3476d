package se.knutpunkt.hub.register;

/**
 * A step of the process of a case type.
 *
 * @param signals an event is signalled when the step is taken
 * @param diaryEvent the law also requires it in the diary
 */
public record ProcessStep(String code, Name name, boolean signals, boolean diaryEvent) {}
