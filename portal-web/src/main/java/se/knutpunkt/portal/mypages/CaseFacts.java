package se.knutpunkt.portal.mypages;

import se.knutpunkt.hub.disclosure.CaseRef;

/**
 * What a case is called and whose it is.
 *
 * @param mainCaseNumber empty when it has none
 */
public record CaseFacts(String address, String caseNumber, String mainCaseNumber, String caseType, String authority) {

    static CaseFacts of(CaseRef ref, Wording wording) {
        return new CaseFacts(
                CaseServlet.address(ref.caseId()),
                ref.caseNumber(),
                ref.mainCaseNumber() == null ? "" : ref.mainCaseNumber(),
                wording.name(ref.caseType()),
                wording.name(ref.authority()));
    }
}
