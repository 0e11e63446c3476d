package se.knutpunkt.hub.disclosure;

import java.time.LocalDate;
import java.util.List;

/**
 * What a planned policy would change for the events that there are.
 *
 * @param day the first Swedish day on which something is otherwise; today when nothing is
 * @param whole whether all events are counted; else those that are not are to come
 * @param more of how many events somebody would see more
 * @param fewer of how many somebody would see less
 * @param impacts each class, capacity and stretch of ages of which something is otherwise, the most events first
 */
public record Effect(LocalDate day, boolean whole, Extent more, Extent fewer, List<Insight.Impact> impacts) {}
