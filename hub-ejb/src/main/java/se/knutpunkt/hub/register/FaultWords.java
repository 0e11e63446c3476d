package se.knutpunkt.hub.register;

/** Faults as the log of a refused register file tells them. */
final class FaultWords {

    private FaultWords() {}

    /** The place of a fault inside its object. */
    static String place(Fault fault) {
        if (fault.step() == 0) {
            return fault.field().json();
        }
        String part = switch (fault.part()) {
            case "sv", "en" -> "name/" + fault.part();
            default -> fault.part();
        };
        return fault.field().json() + "/" + (fault.step() - 1) + "/" + part;
    }

    static String text(Fault fault) {
        return switch (fault.reason()) {
            case MISSING -> "is missing";
            case NO_STEP -> "at least one is needed";
            case TOO_LONG -> "is longer than " + detail(fault, 0) + " characters";
            case CONTROL_CHARACTER -> "has a line break or another control character";
            case CODE_FORM -> "is not of the form " + RegisterRules.CODE;
            case TYPE_FORM -> "is not of the form " + RegisterRules.TYPE_CODE;
            case NUMBER -> "a whole number from " + detail(fault, 0) + " to " + detail(fault, 1) + " is expected";
            case UNKNOWN_WORD -> detail(fault, 0) + " is none of the words there are";
            case NO_AUTHORITY -> "there is no authority " + detail(fault, 0);
            case NO_BRANCH -> "the authority " + detail(fault, 0) + " has no branch " + detail(fault, 1);
            case IS_CLOSED -> detail(fault, 0) + " is closed";
            case TWICE ->
                "the " + (fault.step() > 0 ? "step" : fault.field().json()) + " " + detail(fault, 0)
                        + " is there twice";
            case TOO_MANY_STEPS -> "more than " + detail(fault, 0);
            case FIXED -> "stays " + detail(fault, 0);
            case IN_USE -> "is used by " + detail(fault, 0);
            case NO_DRAFT -> "cannot be a draft";
            case NOT_HERE -> "is no field of it";
        };
    }

    private static String detail(Fault fault, int number) {
        return fault.details().get(number);
    }
}
