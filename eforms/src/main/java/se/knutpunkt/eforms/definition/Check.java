package se.knutpunkt.eforms.definition;

import java.util.List;

/**
 * A condition over several answers, tested when the page it is said on is sent.
 *
 * @param id name, unique in the form
 * @param rule CEL rule over fields up to the end of that page, true when the answers fit together
 * @param message what is said when it is false
 * @param fields the fields of one page that the message stands at, at least one
 */
public record Check(String id, String rule, Texts message, List<String> fields) {

    public Check {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }
}
