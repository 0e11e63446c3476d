package se.knutpunkt.hub.subscription;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.delivery.Message;
import se.knutpunkt.hub.delivery.MessageKind;
import se.knutpunkt.hub.disclosure.SystemEvents;
import se.knutpunkt.hub.disclosure.Viewer;

/** A single event that a receiver has refused, when staff send it again: if the source may still be told of it. */
@ApplicationScoped
public class ToldEventKind implements MessageKind {
    static final String KIND = "subscription.event";

    @EJB
    SystemEvents events;

    @Inject
    Database database;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Message> compose(long endpoint, String item) {
        return database.first(
                        "SELECT source FROM subscription WHERE endpoint_id = ?", row -> row.text("source"), endpoint)
                .flatMap(source -> events.told(new Viewer.Source(source), caseTypes(endpoint), item))
                .map(event -> new Message(
                        "e-" + item,
                        CloudEvents.BATCH,
                        Batch.of(List.of(event)).message().body()));
    }

    private java.util.Set<String> caseTypes(long endpoint) {
        return database.first(
                        "SELECT case_types FROM subscription WHERE endpoint_id = ?",
                        row -> CaseTypeList.read(row.text("case_types")),
                        endpoint)
                .orElseThrow();
    }
}
