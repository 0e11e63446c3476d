package se.knutpunkt.eforms.field;

/** A heading between questions, with or without a sentence under it. */
final class HeadingField implements Telling {

    @Override
    public String code() {
        return "heading";
    }
}
