package se.knutpunkt.eforms.fill;

/** Where to go after a page was saved. */
public sealed interface Saved {

    /** All was right: the next visible page. */
    record Next(String pageId) implements Saved {}

    /** All was right and there are no more pages. */
    record Review() implements Saved {}

    /** The same page again: something is wrong, and stands there. */
    record Wrong(String pageId) implements Saved {}

    /** The same page again: the answers opened further questions on it. */
    record Opened(String pageId) implements Saved {}

    /** The same page again: going on would drop answers that are not asked for any more, and they stand there. */
    record Dropping(String pageId) implements Saved {}

    /** The same page again, at that row or group: its rows were changed. */
    record Rows(String at) implements Saved {}

    /** Saved for later. */
    record Left() implements Saved {}
}
