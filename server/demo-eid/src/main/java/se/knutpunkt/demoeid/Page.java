package se.knutpunkt.demoeid;

import java.util.List;

/** The pages as HTML: plain forms that work without JavaScript, no inline script or style. */
final class Page {
    private Page() {}

    /** The list of persons; each is a button of one form that carries the request along. */
    static String persons(Message message) {
        return whole("Vem vill du vara?", """
                <h1>Vem vill du vara?</h1>
                <p>Välj en påhittad person. Du loggas in i portalen som den personen, utan lösenord.</p>
                <form method="post" action="sso">
                %s%s%s<p><button class="quiet" type="submit" name="avbryt" value="ja">Avbryt inloggningen</button></p>
                </form>
                """.formatted(
                        carried(message),
                        group("Invånare", Person.all(false)),
                        group("Personal i Älvstads kommun", Person.all(true))));
    }

    /** The form that brings the response to the portal; a script submits it where there is one. */
    static String send(String acs, String samlResponse, String relayState) {
        return whole("Tillbaka till portalen", """
                <h1>Tillbaka till portalen</h1>
                <form method="post" action="%s" id="send">
                <input type="hidden" name="SAMLResponse" value="%s">
                %s<p><button class="person" type="submit">Fortsätt till portalen</button></p>
                </form>
                <script src="send.js"></script>
                """.formatted(
                escape(acs), escape(samlResponse), relayState.isEmpty() ? "" : hidden("RelayState", relayState)));
    }

    /** Why nothing happens. */
    static String refused(String why) {
        return whole("Begäran går inte att besvara", """
                <h1>Begäran går inte att besvara</h1>
                <p>Gå tillbaka till portalen och börja om inloggningen. Orsak: <span lang="en">%s</span>.</p>
                """.formatted(escape(why)));
    }

    private static String group(String heading, List<Person> persons) {
        StringBuilder html = new StringBuilder("<h2>%s</h2>\n<ul class=\"persons\">\n".formatted(escape(heading)));
        for (Person person : persons) {
            html.append("""
                    <li><button class="person" type="submit" name="person" value="%s"><strong>%s</strong> <span>%s</span></button></li>
                    """.formatted(escape(person.key()), escape(person.name()), escape(person.told())));
        }
        return html.append("</ul>\n").toString();
    }

    private static String carried(Message message) {
        return hidden("SAMLRequest", message.samlRequest())
                + hidden("RelayState", message.relayState())
                + hidden("SigAlg", message.algorithm())
                + hidden("Signature", message.signature());
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">%n".formatted(name, escape(value));
    }

    private static String whole(String title, String content) {
        return """
                <!DOCTYPE html>
                <html lang="sv">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s – Demo-legitimation</title>
                <link rel="stylesheet" href="style.css">
                </head>
                <body>
                <header><p><strong>Demo-legitimation</strong> – inga riktiga personer</p></header>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escape(title), content);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
