package io.tillsync.core.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormulaGuardProperties {

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings().withChars("'=+-@\t\rab1 \n").ofMaxLength(6);
    }

    @Property
    void givesEveryTextBackAsItWas(@ForAll("cells") String text) {
        assertThat(FormulaGuard.unguarded(FormulaGuard.guarded(text))).isEqualTo(text);
    }

    @Property
    void letsNoTextBeginLikeAFormula(@ForAll("cells") String text) {
        assertThat(FormulaGuard.guarded(text)).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
    }

    @Example
    void leavesOrdinaryTextsAlone() {
        assertThat(FormulaGuard.guarded("Mother's milk = good")).isEqualTo("Mother's milk = good");
        assertThat(FormulaGuard.unguarded("'t Huys")).isEqualTo("'t Huys");
    }
}
