package se.knutpunkt.demoeid;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Someone one can be here.
 *
 * @param key what the form sends
 * @param name invented name
 * @param told what the page says beside the name
 * @param staff whether it is staff of the municipality
 * @param level the highest level of assurance that the person's e-ID here reaches, 1–4
 * @param attributes what the provider tells of the person, by attribute name
 */
record Person(String key, String name, String told, boolean staff, int level, Map<String, String> attributes) {
    private static final String ROLE = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
    private static final int USUAL = 3;
    private static final String UPN = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn";

    /**
     * The numbers are official test numbers of the Swedish Tax Agency, never given to anyone; the names are invented.
     * The first three belong together: the portal knows the first as the guardian of the second and as proxy of the third.
     */
    static final List<Person> ALL = List.of(
            citizen("196006172818", "Demo", "Demosson", "Har ärenden, är vårdnadshavare och ombud"),
            citizen("201608122394", "Sixten", "Demosson", "Barn, 10 år"),
            citizen("194005068095", "Folke", "Demosson", "Äldre förälder"),
            citizen("198003202390", "Främling", "Testman", "Har inga ärenden"),
            citizen("198503232384", "Prova", "Testlund", "Har inga ärenden"),
            citizen("199004072394", "Påhitt", "Exempelgren", "Har inga ärenden"),
            citizen("195501292303", "Fiktiva", "Demoberg", "Har inga ärenden"),
            citizen("200004032389", "Låtsas", "Testkvist", "Har inga ärenden"),
            citizen("198512622393", "Samordna", "Demonummer", "Har samordningsnummer"),
            citizen("svag", "197501079292", "Tvekan", "Testnivå", "Svag e-legitimation, tillitsnivå 2", 2),
            citizen(
                    "stark",
                    "197501079292",
                    "Tvekan",
                    "Testnivå",
                    "Samma person, stark e-legitimation, tillitsnivå 4",
                    4),
            staff("registrator", "Registra Demostad", "Registrator i Älvstads kommun"),
            staff("redaktor", "Redigera Demostad", "Redaktör i Älvstads kommun"),
            staff("systemforvaltare", "Förvalta Demostad", "Systemförvaltare i Älvstads kommun"),
            staff("behorighetsansvarig", "Behöra Demostad", "Ansvarar för behörigheter i Älvstads kommun"),
            staff("insynsansvarig", "Insyna Demostad", "Ansvarar för vem som får se vad i Älvstads kommun"),
            staff(
                    "insynsansvarig-2",
                    "insynsansvarig",
                    "Andra Demostad",
                    "Ansvarar också för vem som får se vad, och godkänner"),
            staff("kontaktcenter", "Svara Demostad", "Kontaktcenter i Älvstads kommun"),
            staff("handlaggare-kultur", "Handla Demostad", "Handläggare hos kultur- och fritidsnämnden"),
            staff(
                    "handlaggare-aldre",
                    "Bistå Demostad",
                    "Handläggare inom äldreomsorgen, med delegation från kulturen"),
            staff(
                    "skyddshandlaggare",
                    "Skydda Demostad",
                    "Handläggare hos kultur- och fritidsnämnden, får se skyddade personuppgifter"),
            staff("granskare", "Granska Demostad", "Granskar hur reglerna för insyn följs"),
            staff("vaktmastare", "Vakta Demostad", "Anställd utan roll i portalen"));

    /** Those of the kind, in the order of the page. */
    static List<Person> all(boolean staff) {
        return ALL.stream().filter(person -> person.staff() == staff).toList();
    }

    /** The person of a form value. */
    static Optional<Person> of(String key) {
        return ALL.stream().filter(person -> person.key().equals(key)).findFirst();
    }

    private static Person citizen(String number, String given, String family, String told) {
        return citizen(number, number, given, family, told, USUAL);
    }

    private static Person citizen(String key, String number, String given, String family, String told, int level) {
        return new Person(
                key,
                given + " " + family,
                number.substring(0, 8) + "-" + number.substring(8) + " · " + told,
                false,
                level,
                Map.of(
                        "urn:oid:1.2.752.29.4.13", number,
                        "urn:oid:2.5.4.42", given,
                        "urn:oid:2.5.4.4", family,
                        "urn:oid:2.16.840.1.113730.3.1.241", given + " " + family));
    }

    private static Person staff(String role, String name, String told) {
        return staff(role, role, name, told);
    }

    private static Person staff(String key, String role, String name, String told) {
        return new Person(
                key,
                name,
                told,
                true,
                USUAL,
                Map.of(ROLE, role, UPN, key + "@alvstad.example", "urn:oid:2.16.840.1.113730.3.1.241", name));
    }
}
