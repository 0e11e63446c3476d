package se.knutpunkt.portal.api;

import java.io.IOException;

/** Takes the results of events in their order, each as soon as it is certain. */
interface EventResults {

    /** One more. */
    void add(EventResult result) throws IOException;
}
