package se.knutpunkt.hub.upkeep;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.Sheet;

/** Registers to test with. */
final class Registers {
    static final EntryKey NED = new EntryKey(RegisterKind.CASE_TYPE, "NED");

    private Registers() {}

    static Entry authority(String code, Stage stage) {
        return new Entry(
                new Sheet(
                        RegisterKind.AUTHORITY,
                        Map.of(Field.CODE, code, Field.NAME_SV, "Nämnden " + code, Field.NAME_EN, "Committee " + code)),
                stage,
                1);
    }

    static Entry branch(String code, String authority, Stage stage) {
        return new Entry(
                new Sheet(
                        RegisterKind.BRANCH,
                        Map.of(
                                Field.CODE,
                                code,
                                Field.AUTHORITY_CODE,
                                authority,
                                Field.NAME_SV,
                                "Grenen",
                                Field.NAME_EN,
                                "The branch")),
                stage,
                1);
    }

    static Entry type(String code, Stage stage) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        texts.put(Field.CODE, code);
        texts.put(Field.PREFIX, code);
        texts.put(Field.NAME_SV, "Nedskräpning");
        texts.put(Field.NAME_EN, "Littering");
        texts.put(Field.AUTHORITY_CODE, "miljö");
        texts.put(Field.CASE_KIND, "SERVICE");
        texts.put(Field.INFORMATION_CLASS, "5.4");
        texts.put(Field.DOCUMENT_TYPE, "Anmälan");
        texts.put(Field.DIARY_SYSTEM, "Diariet");
        texts.put(Field.STEPS, "in | Inkommen | In | signaleras\nut | Klar | Done | diarieförs");
        texts.put(Field.ANSWERED_BY_SV, "Miljökontoret");
        texts.put(Field.ANSWERED_BY_EN, "The office");
        texts.put(Field.PROMISE_DAYS, "5");
        texts.put(Field.RETENTION_RULE, "GALLRAS-5");
        texts.put(Field.RETENTION_GROUND, "Plan");
        texts.put(Field.SECTOR, "OTHER");
        texts.put(Field.LEGAL_READING, "Allmän handling.");
        return new Entry(new Sheet(RegisterKind.CASE_TYPE, texts), stage, 1);
    }

    static Entry draft(String code) {
        return new Entry(new Sheet(RegisterKind.CASE_TYPE, Map.of(Field.CODE, code)), Stage.DRAFT, 1);
    }

    static Register of(Entry... entries) {
        return new Register(List.of(entries), 7);
    }

    static Register usual() {
        return of(authority("miljö", Stage.LIVE), branch("tillsyn", "miljö", Stage.LIVE), type("NED", Stage.LIVE));
    }

    static Entry with(Entry entry, Field field, String text) {
        return entry.next(entry.sheet().with(Map.of(field, text)), entry.stage());
    }
}
