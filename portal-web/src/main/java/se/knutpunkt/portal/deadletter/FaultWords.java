package se.knutpunkt.portal.deadletter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.knutpunkt.portal.page.Language;

/** What is wrong with a field, in the reader's language: the API tells it in English. */
final class FaultWords {
    private static final Map<Pattern, String> SWEDISH = new LinkedHashMap<>();

    static {
        put("The member is required\\.", "Fältet saknas.");
        put("The member is not known here\\.", "Fältet är inte känt här.");
        put("The value is a string\\.", "Värdet ska vara en text.");
        put("The value is true or false\\.", "Värdet ska vara true eller false.");
        put("The value is an object\\.", "Värdet ska vara ett objekt.");
        put(
                "The value is an array of at most ([0-9]+) (?:objects|strings)\\.",
                "Värdet ska vara en lista med högst $1 värden.");
        put("An event can't replace itself: .*", "En händelse kan inte ersätta sig själv: den nya har ett eget id.");
        put("The text is not empty\\.", "Texten får inte vara tom.");
        put("The text has at most ([0-9]+) characters\\.", "Texten får ha högst $1 tecken.");
        put("The text is one line without .*", "Texten ska vara en rad utan styrtecken.");
        put("The text has no control characters .*", "Texten får inte ha andra styrtecken än radbrytning och tabb.");
        put("The text is the code of a registered case type\\.", "Texten ska vara koden för en registrerad ärendetyp.");
        put(
                "The text is of the form PREFIX.*",
                "Texten ska ha formen PREFIX.ARENDETYP.HANDELSETYP med stora bokstäver.");
        put(
                "The text is a time by RFC 3339\\.",
                "Tiden ska skrivas med tidszon, till exempel 2026-11-22T10:15:00+01:00.");
        put("The text is a date such as (.*)\\.", "Datumet ska skrivas som $1.");
        put("The text is (.*)\\.", "Texten ska vara: $1.");
        put(
                "The time is written by RFC 3339 .*",
                "Tiden ska skrivas med tidszon, till exempel 2026-11-22T10:15:00+01:00.");
        put("The time lies between .*", "Tiden ska ligga mellan åren 1900 och 2200.");
        put("The version is (.*)\\.", "Versionen ska vara $1.");
        put("The id is the same as the id of the envelope\\.", "Id:t ska vara detsamma som kuvertets id.");
        put(
                "An identity number may stand only in .*",
                "Ett personnummer får bara stå i part.kund och beror. Det här fältet lagras öppet.");
        put("An event is a JSON object\\.", "En händelse ska vara ett JSON-objekt.");
        put("The number is 12 digits .*", "Numret ska ha 12 siffror och typens egen form.");
        put("The number begins with a date .*", "Numret ska börja med ett datum som finns och har varit.");
        put("The birth number is .*", "Födelsenumret ska vara 001–999.");
        put("The last digit does not fit .*", "Sista siffran stämmer inte med de andra.");
        put("The number is of another type\\.", "Numret är av en annan typ.");
        put("The type is Personnummer or Samordningsnummer\\.", "Typen ska vara Personnummer eller Samordningsnummer.");
        put("The link is an absolute https address\\.", "Länken ska vara en fullständig https-adress.");
        put("The content is Base64 .*", "Innehållet ska vara Base64 utan radbrytningar.");
        put("The names of members .*", "Fältens namn ska vara en rad med 1–100 tecken.");
        put("The object has at most ([0-9]+) characters\\.", "Objektet får ha högst $1 tecken.");
        put(
                "The row has as many cells .*",
                "Raden har inte lika många celler som rubrikraden. Det som blev över finns inte i texten.");
        put("Text and elements do not stand side by side\\.", "Text och element får inte stå sida vid sida.");
        put("The element .*", "XML-elementet följer inte schemat. Det som inte passar finns inte i texten.");
        put(
                "The document cannot be read at line ([0-9]+), column ([0-9]+)\\.",
                "Texten är inte JSON: läsningen stannar på rad $1, tecken $2.");
        put("The document cannot be read\\.", "Texten är inte JSON som går att läsa.");
        put("The body is empty\\.", "Texten är tom.");
        put("There is something after the end .*", "Det står något efter dokumentets slut.");
        put(
                "An event has at most ([0-9]+) names, values and brackets\\.",
                "En händelse får ha högst $1 namn, värden och parenteser.");
        put("The case type is not registered or is closed\\.", "Ärendetypen är inte registrerad, eller stängd.");
        put("This source may not signal the case type\\.", "Källsystemet får inte signalera ärendetypen.");
        put(
                "An event with this id has been taken before, with other content\\.",
                "En händelse med samma id har tagits emot förut, med annat innehåll.");
        put(
                "The provision is one of secrecy in the list.*",
                "Lagrummet ska finnas på sidan Sekretessbestämmelser och skrivas som där, till exempel OSL 26:1.");
        put("The date lies between 1900 and today\\.", "Datumet ska ligga mellan 1900 och i dag.");
        put("The date is one that exists\\.", "Datumet finns inte.");
        put("The authority is not registered\\.", "Myndigheten är inte registrerad. Ange dess kod i registret.");
        put(
                "An event that only the party may see .*",
                "En händelse som bara parten får se ska ha en part i part.kund.");
        put("The case number .*", "Ärendenumret hör till ett ärende av en annan typ.");
        put("The source is closed\\.", "Källsystemet är stängt.");
        put(
                "The document leaves out something that was sent\\.",
                "Texten saknar något av det som sändes. Öppna händelsen och rätta den för hand.");
        put("Something went wrong with us\\.", "Något gick fel i portalen. Driftens logg har orsaken.");
        put(
                "tidpunkt is before 1900 or more than a day ahead\\.",
                "Tidpunkten är före 1900 eller mer än ett dygn fram i tiden.");
        put("(\\S+) holds a personal identity number\\.", "$1 innehåller ett personnummer.");
    }

    private FaultWords() {}

    private static void put(String english, String swedish) {
        SWEDISH.put(Pattern.compile(english), swedish);
    }

    /** The same in that language; as it is where nothing better is known. */
    static String in(Language language, String detail) {
        if (language != Language.SWEDISH) {
            return detail;
        }
        for (Map.Entry<Pattern, String> known : SWEDISH.entrySet()) {
            Matcher matcher = known.getKey().matcher(detail);
            if (matcher.matches()) {
                return matcher.replaceFirst(known.getValue());
            }
        }
        return detail;
    }
}
