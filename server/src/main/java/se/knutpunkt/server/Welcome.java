package se.knutpunkt.server;

import java.net.URI;

/** What the console shows when the portal is ready. */
final class Welcome {
    private Welcome() {}

    static String block(URI portal, boolean demo) {
        if (!demo) {
            return "\nKnutpunkt är igång: " + portal + "\nAvsluta med Ctrl-C.\n\n";
        }
        return """

                Knutpunkt är igång: %s
                DEMOLÄGE: vem som helst kan logga in som någon av testpersonerna.
                  Invånare      196006172818 (med barnet 201608122394 och fadern 194005068095)
                  Utan ärenden  199004072394
                  Personal      väljs på samma inloggningssida
                Avsluta med Ctrl-C.

                """.formatted(portal);
    }
}
