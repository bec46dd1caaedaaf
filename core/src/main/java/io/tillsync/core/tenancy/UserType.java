package io.tillsync.core.tenancy;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The people who log in, of all businesses: nobody says at log-in whose they are, so names are unique among all. */
@Component
final class UserType implements Declaration {

    static final String NAME = "users";
    static final String USERNAME = "username";
    static final String ROLE = "role";
    static final String BUSINESS = "businessId";
    static final String STORES = "stores";
    static final String DISABLED = "isDisabled";
    static final String CREDENTIAL = "credential";
    static final int LONGEST_USERNAME = 64;

    static final EntityType TYPE = EntityType.named(NAME, "user", Level.INSTALLATION)
            .fields(
                    Field.text(USERNAME, LONGEST_USERNAME)
                            .required()
                            .sort()
                            .matching(
                                    name -> name.codePoints().noneMatch(UserType::isUnseen),
                                    "without blanks and invisible characters"),
                    Field.choice(ROLE, Role.ofUsers()).required().filter(),
                    Field.reference(BUSINESS, BusinessType.NAME),
                    Field.references(STORES, StoreType.NAME),
                    Field.flag(DISABLED).orElse(false).filter(),
                    Field.text(CREDENTIAL, 64).hide())
            .unique(USERNAME)
            .searchWords(USERNAME)
            .notForTills()
            .writtenBy(Writers.OWN_CALLS)
            .build();

    @Override
    public EntityType type() {
        return TYPE;
    }

    private static boolean isUnseen(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    static List<String> stores(Document content) {
        return content.getList(STORES, String.class, List.of());
    }
}
