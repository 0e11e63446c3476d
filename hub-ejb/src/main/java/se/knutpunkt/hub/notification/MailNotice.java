package se.knutpunkt.hub.notification;

/**
 * The words of a notice. The same for every case and every party: it must not tell even that there is a case.
 *
 * @param subject the line in the list of mails
 * @param text plain text
 */
record MailNotice(String subject, String text) {

    /**
     * The notice in a language.
     *
     * @param language ISO 639-1; anything else than {@code en} gives Swedish
     * @param myPages address of Mina sidor
     */
    static MailNotice in(String language, String myPages) {
        if ("en".equals(language)) {
            return new MailNotice("Something new on My pages", """
                    Hello,

                    There is something new for you on My pages. Log in to read it:
                    %s

                    For your safety we never write in an e-mail what it is about.
                    You can change how we notify you on My pages, under Settings.
                    This message cannot be answered.
                    """.formatted(myPages));
        }
        return new MailNotice("Något nytt på Mina sidor", """
                Hej,

                Det finns något nytt till dig på Mina sidor. Logga in för att läsa det:
                %s

                För din säkerhet skriver vi aldrig i ett mejl vad det gäller.
                Du ändrar hur vi meddelar dig på Mina sidor, under Inställningar.
                Det här meddelandet går inte att svara på.
                """.formatted(myPages));
    }
}
