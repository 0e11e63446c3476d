package se.knutpunkt.hub.delivery;

/** How a delivery stands; one that was taken has no row any longer. */
enum DeliveryState {
    WAITING,
    DEAD,
    PURGED
}
