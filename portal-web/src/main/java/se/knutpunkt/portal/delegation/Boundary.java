package se.knutpunkt.portal.delegation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Branch;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.portal.page.Language;

/**
 * An authority, or an independent branch of one, to choose in a form: a boundary of secrecy runs round each.
 *
 * @param value as forms and addresses name it
 * @param branch code of the branch; null for the authority itself
 * @param text as people read it
 */
public record Boundary(
        String value, String authority, @Nullable String branch, String text) {

    /** All there are, each authority followed by its branches. */
    public static List<Boundary> all(CaseTypes types, Language language) {
        List<Branch> branches = types.branches();
        return types.authorities().stream()
                .flatMap(authority -> Stream.concat(
                        Stream.of(new Boundary(
                                authority.code(),
                                authority.code(),
                                null,
                                authority.name().in(language.getTag()))),
                        branches.stream()
                                .filter(branch -> branch.authority().equals(authority.code()))
                                .map(branch -> new Boundary(
                                        authority.code() + "/" + branch.code(),
                                        authority.code(),
                                        branch.code(),
                                        authority.name().in(language.getTag()) + " – "
                                                + branch.name().in(language.getTag())))))
                .toList();
    }

    /** The one of a value among them. */
    public static Optional<Boundary> of(List<Boundary> all, String value) {
        return all.stream().filter(one -> one.value().equals(value)).findFirst();
    }

    /** How people read the one of an authority and a branch. */
    public static String text(List<Boundary> all, String authority, @Nullable String branch) {
        return all.stream()
                .filter(one -> one.authority().equals(authority) && Objects.equals(one.branch(), branch))
                .map(Boundary::text)
                .findFirst()
                .orElse(authority);
    }
}
