/**
 * Delivers messages to other systems: signed as Standard Webhooks has it, tried again with growing pauses, and kept for
 * staff when they cannot be delivered.
 *
 * <p>What a room that has something to deliver uses:
 *
 * <ul>
 *   <li>{@link se.knutpunkt.hub.delivery.Endpoints} keeps an address and its secrets: {@code open}, {@code move}, {@code
 *       rotate}. What a person typed as an address is checked by {@link se.knutpunkt.hub.delivery.Courier#wrong}.
 *   <li>{@link se.knutpunkt.hub.delivery.Deliveries#post} in the business transaction: the message is composed and sent
 *       after the commit, again until it is taken. The room writes a {@link se.knutpunkt.hub.delivery.MessageKind} (a CDI
 *       bean) that composes the message when it is sent, so that no body is stored here and the right to send it is
 *       decided then; it is also told of the answer.
 *   <li>{@link se.knutpunkt.hub.delivery.Courier#send} sends once and tells the {@link
 *       se.knutpunkt.hub.delivery.Verdict}, for those who keep an order of their own; {@link
 *       se.knutpunkt.hub.delivery.Patience} tells how long to wait, and {@link
 *       se.knutpunkt.hub.delivery.Deliveries#bury} puts a message among the dead.
 *   <li>{@link se.knutpunkt.hub.delivery.Deliveries#dead}, {@code sendAgain} and {@code purge} are for staff.
 * </ul>
 *
 * <p>{@code KNUTPUNKT_DELIVERY_LOOPBACK=true} lets messages go by http to this machine itself; in demo mode it is so unless
 * told otherwise.
 */
@NullMarked
package se.knutpunkt.hub.delivery;

import org.jspecify.annotations.NullMarked;
