package se.knutpunkt.hub.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.RegisterContent.NewSource;

/** Reads the register from JSON and lists everything that is wrong with it, each problem with its place. */
final class RegisterFile {

    private static final String CODE = "[a-zåäö0-9-]{2,40}";
    private static final String CASE_TYPE = "[A-ZÅÄÖ0-9]{2,10}";
    private static final String SHA256 = "[0-9a-fA-F]{64}";

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Authority> authorities = new HashMap<>();
    private final Map<String, Branch> branches = new HashMap<>();
    private final Set<String> caseTypes = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
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
        top.each("caseTypes").forEach(entry -> readTypes.add(caseType(entry)));
        List<NewSource> readSources = new ArrayList<>();
        top.eachOptional("sources").forEach(entry -> readSources.add(source(entry)));
        top.refuseOtherFields();
        return new RegisterContent(readAuthorities, readBranches, readTypes, readSources);
    }

    private Authority authority(RegisterEntry entry) {
        Authority authority = new Authority(entry.code("code", CODE), entry.name("name"));
        entry.refuseOtherFields();
        if (authorities.put(authority.code(), authority) != null) {
            entry.problem("code", "the authority " + authority.code() + " is there twice");
        }
        return authority;
    }

    private Branch branch(RegisterEntry entry) {
        Branch branch =
                new Branch(entry.code("code", CODE), knownAuthority(entry).code(), entry.name("name"));
        entry.refuseOtherFields();
        if (branches.put(branch.code(), branch) != null) {
            entry.problem("code", "the branch " + branch.code() + " is there twice");
        }
        return branch;
    }

    private CaseType caseType(RegisterEntry entry) {
        Authority authority = knownAuthority(entry);
        CaseType type = new CaseType(
                entry.code("code", CASE_TYPE),
                entry.code("prefix", CASE_TYPE),
                entry.name("name"),
                authority,
                branchOf(entry, authority),
                entry.oneOf("kind", CaseKind.class, CaseKind.SERVICE),
                new Filing(
                        entry.text("informationClass", 40),
                        entry.text("documentType", 100),
                        entry.text("diarySystem", 100)),
                steps(entry),
                new Promise(entry.name("answeredBy"), entry.number("promiseDays", 0, 3650)),
                new Retention(entry.text("retentionRule", 40), entry.text("retentionGround", 300)),
                rules(entry),
                entry.text("legalReading", 2000),
                entry.flag("closed"));
        entry.refuseOtherFields();
        if (!caseTypes.add(type.code())) {
            entry.problem("code", "the case type " + type.code() + " is there twice");
        }
        if (!prefixes.add(type.prefix())) {
            entry.problem("prefix", "the prefix " + type.prefix() + " is there twice");
        }
        return type;
    }

    private Authority knownAuthority(RegisterEntry entry) {
        String code = entry.code("authority", CODE);
        Authority authority = authorities.get(code);
        if (authority == null) {
            entry.problem("authority", "there is no authority " + code);
            return new Authority(code, new Name("", ""));
        }
        return authority;
    }

    private @Nullable Branch branchOf(RegisterEntry entry, Authority authority) {
        String code = entry.optionalText("branch", 40);
        if (code == null) {
            return null;
        }
        Branch branch = branches.get(code);
        if (branch == null || !branch.authority().equals(authority.code())) {
            entry.problem("branch", "the authority " + authority.code() + " has no branch " + code);
        }
        return branch;
    }

    private List<ProcessStep> steps(RegisterEntry entry) {
        List<ProcessStep> steps = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        entry.each("steps").forEach(step -> {
            ProcessStep read = new ProcessStep(
                    step.code("code", CODE), step.name("name"), step.flag("signals"), step.flag("diaryEvent"));
            step.refuseOtherFields();
            if (!codes.add(read.code())) {
                step.problem("code", "the step " + read.code() + " is there twice");
            }
            steps.add(read);
        });
        return steps;
    }

    private Set<DisclosureRule> rules(RegisterEntry entry) {
        Set<DisclosureRule> rules = new LinkedHashSet<>();
        for (String rule : entry.texts("disclosure")) {
            try {
                rules.add(DisclosureRule.valueOf(rule));
            } catch (IllegalArgumentException unknown) {
                entry.problem("disclosure", "there is no rule " + rule);
            }
        }
        return rules;
    }

    private NewSource source(RegisterEntry entry) {
        NewSource source = new NewSource(
                entry.code("code", CODE),
                entry.name("name"),
                knownAuthority(entry).code(),
                new LinkedHashSet<>(entry.texts("caseTypes")),
                new LinkedHashSet<>(entry.texts("keySha256")),
                entry.number("expectedRhythmMinutes", 1, 60 * 24 * 366));
        entry.refuseOtherFields();
        if (source.code().equals(SourceSystem.PORTAL) || !sources.add(source.code())) {
            entry.problem("code", "the source " + source.code() + " is there twice");
        }
        for (String type : source.caseTypes()) {
            if (!caseTypes.contains(type)) {
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
}
