package se.knutpunkt.hub.disclosure;

/** A search in the statement: what for, from where, and how many rows are wanted. */
record StatementSearch(String text, Cursor after, int size) {}
