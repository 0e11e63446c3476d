package se.knutpunkt.eforms.field;

/** A heading with a text under it: tells, asks nothing. */
final class InfoField implements Telling {

    @Override
    public String code() {
        return "info";
    }
}
