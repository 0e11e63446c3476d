package se.knutpunkt.hub.register;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The case types, as rows. */
@Stateless
public class JpaCaseTypes implements CaseTypes {

    @PersistenceContext(unitName = "hub")
    EntityManager entities;

    @Inject
    CaseTypeCache cache;

    @Override
    public CaseType get(String code) {
        return find(code).filter(type -> !type.closed()).orElseThrow(() -> new UnknownCaseType(code));
    }

    @Override
    public Optional<CaseType> find(String code) {
        return cache.find(
                code,
                wanted -> Optional.ofNullable(entities.find(CaseTypeRow.class, wanted))
                        .map(CaseTypeRow::caseType));
    }

    @Override
    public List<CaseType> all() {
        return entities.createQuery("SELECT t FROM CaseTypeRow t ORDER BY t.code", CaseTypeRow.class)
                .getResultStream()
                .map(CaseTypeRow::caseType)
                .toList();
    }

    @Override
    public List<Authority> authorities() {
        return entities.createQuery("SELECT a FROM AuthorityRow a ORDER BY a.code", AuthorityRow.class)
                .getResultStream()
                .map(AuthorityRow::authority)
                .toList();
    }

    @Override
    public List<Branch> branches() {
        return entities.createQuery("SELECT b FROM BranchRow b ORDER BY b.code", BranchRow.class)
                .getResultStream()
                .map(BranchRow::branch)
                .toList();
    }

    @Override
    public boolean isAuthority(String code) {
        return cache.authorities(
                        () -> authorities().stream().map(Authority::code).collect(Collectors.toSet()))
                .contains(code);
    }
}
