package se.knutpunkt.portal.policy;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Visit;

/** What is needed to write rules and changes for a reader: the names of places and of staff. */
@RequestScoped
public class Reading {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    @Inject
    CaseTypes register;

    @EJB
    StaffMembers members;

    PlaceNames places(Visit visit) {
        return PlaceNames.of(visit.getLanguage(), register.authorities(), register.all());
    }

    PolicyWords words(Visit visit) {
        return new PolicyWords(visit.getLanguage(), places(visit));
    }

    /** The name of whoever did something; the shipped rules were put in force by nobody. */
    String name(Visit visit, String staffId) {
        if (!ID.matcher(staffId).matches()) {
            return visit.text("policy.by.shipped");
        }
        StaffId member = new StaffId(Long.parseLong(staffId));
        return Optional.ofNullable(members.names(Set.of(member)).get(member))
                .orElseGet(() -> visit.text("policy.by.unknown"));
    }

    static String at(Visit visit, Instant at) {
        return Dates.dateAndTime(at, visit.getLanguage());
    }
}
