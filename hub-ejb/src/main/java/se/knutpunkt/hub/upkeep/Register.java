package se.knutpunkt.hub.upkeep;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.Known;
import se.knutpunkt.hub.register.RegisterKind;

/** The whole register at one moment, drafts included; it does not change. */
public final class Register implements Known {
    private final Map<EntryKey, Entry> entries;
    private final long revision;

    Register(Collection<Entry> entries, long revision) {
        this.entries = new LinkedHashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(Entry::kind).thenComparing(Entry::code))
                .forEach(entry -> this.entries.put(entry.key(), entry));
        this.revision = revision;
    }

    /** Counted up by each change of anything in the register. */
    public long revision() {
        return revision;
    }

    /** All entries: authorities, branches, case types, each by code. */
    public List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** Those of a kind, by code. */
    public List<Entry> all(RegisterKind kind) {
        return of(kind).toList();
    }

    public Optional<Entry> find(EntryKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    public Optional<Entry> find(RegisterKind kind, String code) {
        return find(new EntryKey(kind, code));
    }

    /** The codes of what stands under an authority or a branch, closed and drafts included. */
    public List<Entry> under(EntryKey key) {
        Field reference = key.kind() == RegisterKind.AUTHORITY ? Field.AUTHORITY_CODE : Field.BRANCH_CODE;
        return key.kind() == RegisterKind.CASE_TYPE
                ? List.of()
                : entries.values().stream()
                        .filter(entry -> entry.text(reference).equals(key.code()))
                        .toList();
    }

    /** The register with an entry instead of another, or of none. */
    Register with(@Nullable Entry before, @Nullable Entry after) {
        Map<EntryKey, Entry> changed = new LinkedHashMap<>(entries);
        if (before != null) {
            changed.remove(before.key());
        }
        if (after != null) {
            changed.put(after.key(), after);
        }
        return new Register(changed.values(), revision);
    }

    @Override
    public boolean has(RegisterKind kind, String code) {
        return find(kind, code).isPresent();
    }

    @Override
    public boolean isClosed(RegisterKind kind, String code) {
        return find(kind, code).filter(entry -> entry.stage() == Stage.CLOSED).isPresent();
    }

    @Override
    public Optional<String> authorityOfBranch(String branch) {
        return find(RegisterKind.BRANCH, branch).map(entry -> entry.text(Field.AUTHORITY_CODE));
    }

    @Override
    public boolean isPrefixTaken(String prefix, String code) {
        return of(RegisterKind.CASE_TYPE)
                .anyMatch(type ->
                        type.text(Field.PREFIX).equals(prefix) && !type.code().equals(code));
    }

    private Stream<Entry> of(RegisterKind kind) {
        return entries.values().stream().filter(entry -> entry.kind() == kind);
    }
}
