package se.knutpunkt.hub.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.RegisterContent.NewSource;

/** Reads the register from JSON and lists everything that is wrong with it, each problem with its place. */
final class RegisterFile {

    private static final String SHA256 = "[0-9a-fA-F]{64}";

    private final List<String> problems = new ArrayList<>();
    private final ReadSoFar read = new ReadSoFar();
    private final Set<String> sources = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    private RegisterFile() {}

    /**
     * Reads a register.
     *
     * @param fileName for the message
     * @throws RegisterRefused with every problem found
     */
    static RegisterContent read(String fileName, String json) {
        RegisterFile file = new RegisterFile();
        RegisterContent content = file.content(fileName, json);
        if (!file.problems.isEmpty()) {
            throw new RegisterRefused(fileName, file.problems);
        }
        return content;
    }

    private RegisterContent content(String fileName, String json) {
        JsonNode root;
        try {
            root = new ObjectMapper()
                    .enable(
                            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(json);
        } catch (JsonProcessingException e) {
            throw new RegisterRefused(
                    fileName, List.of("line " + e.getLocation().getLineNr() + ": not JSON: " + e.getOriginalMessage()));
        }
        RegisterEntry top = new RegisterEntry(root, "", problems);
        // authorities and branches first: the case types are checked against them
        List<Authority> readAuthorities = new ArrayList<>();
        top.each("authorities").forEach(entry -> readAuthorities.add(authority(entry)));
        List<Branch> readBranches = new ArrayList<>();
        top.eachOptional("branches").forEach(entry -> readBranches.add(branch(entry)));
        List<CaseType> readTypes = new ArrayList<>();
        top.each("caseTypes").forEach(entry -> {
            CaseType type = caseType(entry);
            if (type != null) {
                readTypes.add(type);
            }
        });
        List<NewSource> readSources = new ArrayList<>();
        top.eachOptional("sources").forEach(entry -> readSources.add(source(entry)));
        top.refuseOtherFields();
        return new RegisterContent(readAuthorities, readBranches, readTypes, readSources);
    }

    private Authority authority(RegisterEntry entry) {
        Name name = entry.name("name");
        Sheet sheet = new Sheet(
                RegisterKind.AUTHORITY,
                Map.of(Field.CODE, entry.text("code"), Field.NAME_SV, name.sv(), Field.NAME_EN, name.en()));
        check(entry, sheet);
        Authority authority = sheet.authority();
        if (read.authorities.put(authority.code(), authority) != null) {
            entry.problem("code", "the authority " + authority.code() + " is there twice");
        }
        return authority;
    }

    private Branch branch(RegisterEntry entry) {
        Name name = entry.name("name");
        Sheet sheet = new Sheet(
                RegisterKind.BRANCH,
                Map.of(
                        Field.CODE,
                        entry.text("code"),
                        Field.AUTHORITY_CODE,
                        entry.text("authority"),
                        Field.NAME_SV,
                        name.sv(),
                        Field.NAME_EN,
                        name.en()));
        check(entry, sheet);
        Branch branch = sheet.branch();
        if (read.branches.put(branch.code(), branch) != null) {
            entry.problem("code", "the branch " + branch.code() + " is there twice");
        }
        return branch;
    }

    /** A case type; null when something is wrong with it. */
    private @Nullable CaseType caseType(RegisterEntry entry) {
        Sheet sheet = typeSheet(entry);
        boolean closed = entry.flag("closed");
        boolean good = check(entry, sheet);
        if (read.prefixes.put(sheet.code(), sheet.text(Field.PREFIX)) != null) {
            entry.problem("code", "the case type " + sheet.code() + " is there twice");
        }
        Authority authority = read.authorities.get(sheet.text(Field.AUTHORITY_CODE));
        return good && authority != null
                ? sheet.caseType(authority, read.branches.get(sheet.text(Field.BRANCH_CODE)), closed)
                : null;
    }

    private static Sheet typeSheet(RegisterEntry entry) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : List.of(
                Field.CODE,
                Field.PREFIX,
                Field.AUTHORITY_CODE,
                Field.BRANCH_CODE,
                Field.CASE_KIND,
                Field.INFORMATION_CLASS,
                Field.DOCUMENT_TYPE,
                Field.DIARY_SYSTEM,
                Field.RETENTION_RULE,
                Field.RETENTION_GROUND,
                Field.LEGAL_READING)) {
            texts.put(field, entry.text(field.json()));
        }
        Name name = entry.name("name");
        texts.put(Field.NAME_SV, name.sv());
        texts.put(Field.NAME_EN, name.en());
        Name answeredBy = entry.name("answeredBy");
        texts.put(Field.ANSWERED_BY_SV, answeredBy.sv());
        texts.put(Field.ANSWERED_BY_EN, answeredBy.en());
        texts.put(Field.PROMISE_DAYS, entry.number("promiseDays"));
        texts.put(Field.SECTOR, entry.text("sector"));
        texts.put(Field.STEPS, StepText.write(steps(entry)));
        return new Sheet(RegisterKind.CASE_TYPE, texts);
    }

    private static List<StepText> steps(RegisterEntry entry) {
        List<StepText> steps = new ArrayList<>();
        for (RegisterEntry step : entry.eachOptional("steps")) {
            Name name = step.name("name");
            steps.add(new StepText(
                    step.text("code"),
                    name.sv(),
                    name.en(),
                    StepText.words(step.flag("signals"), step.flag("diaryEvent"))));
            step.refuseOtherFields();
        }
        return steps;
    }

    /** Holds an entry against the rules of the register; whether nothing is wrong with it. */
    private boolean check(RegisterEntry entry, Sheet sheet) {
        entry.refuseOtherFields();
        List<Fault> faults = new ArrayList<>(RegisterRules.faults(sheet, read));
        faults.addAll(RegisterRules.missing(sheet));
        faults.forEach(fault -> entry.problem(FaultWords.place(fault), FaultWords.text(fault)));
        return faults.isEmpty();
    }

    private NewSource source(RegisterEntry entry) {
        NewSource source = new NewSource(
                entry.text("code"),
                entry.name("name"),
                entry.text("authority"),
                new LinkedHashSet<>(entry.texts("caseTypes")),
                new LinkedHashSet<>(entry.texts("keySha256")),
                entry.number("expectedRhythmMinutes", 1, 60 * 24 * 366));
        entry.refuseOtherFields();
        // a source has the three fields of a branch, and their rules
        Sheet sheet = new Sheet(
                RegisterKind.BRANCH,
                Map.of(
                        Field.CODE,
                        source.code(),
                        Field.AUTHORITY_CODE,
                        source.authority(),
                        Field.NAME_SV,
                        source.name().sv(),
                        Field.NAME_EN,
                        source.name().en()));
        check(entry, sheet);
        if (source.code().equals(SourceSystem.PORTAL) || !sources.add(source.code())) {
            entry.problem("code", "the source " + source.code() + " is there twice");
        }
        for (String type : source.caseTypes()) {
            if (!read.prefixes.containsKey(type)) {
                entry.problem("caseTypes", "there is no case type " + type);
            }
        }
        for (String key : source.keySha256()) {
            if (!key.matches(SHA256)) {
                entry.problem("keySha256", "not 64 hexadecimal digits");
            } else if (!keys.add(key.toLowerCase(Locale.ROOT))) {
                entry.problem("keySha256", "the same key is there twice");
            }
        }
        return source;
    }

    /** What was read before: the register that each entry is checked against. */
    private static final class ReadSoFar implements Known {
        private final Map<String, Authority> authorities = new HashMap<>();
        private final Map<String, Branch> branches = new HashMap<>();
        /** Of case types, by their codes. */
        private final Map<String, String> prefixes = new HashMap<>();

        @Override
        public boolean has(RegisterKind kind, String code) {
            return switch (kind) {
                case AUTHORITY -> authorities.containsKey(code);
                case BRANCH -> branches.containsKey(code);
                case CASE_TYPE -> prefixes.containsKey(code);
            };
        }

        @Override
        public boolean isClosed(RegisterKind kind, String code) {
            return false;
        }

        @Override
        public Optional<String> authorityOfBranch(String branch) {
            return Optional.ofNullable(branches.get(branch)).map(Branch::authority);
        }

        @Override
        public boolean isPrefixTaken(String prefix, String code) {
            return prefixes.entrySet().stream()
                    .anyMatch(type ->
                            type.getValue().equals(prefix) && !type.getKey().equals(code));
        }
    }
}
