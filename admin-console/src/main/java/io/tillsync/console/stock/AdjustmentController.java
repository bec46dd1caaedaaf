package io.tillsync.console.stock;

import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.console.page.Formats;
import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Notices;
import io.tillsync.console.page.Place;
import io.tillsync.console.values.TypedNumbers;
import io.tillsync.core.stock.Adjustments;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.write.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes a stock for a reason: by so much, or to what was counted. Either way a difference is written, so that no sale is lost. */
@Controller
@RequestMapping("/s/{store}/stock/{product}")
class AdjustmentController {

    /** To take 1e999999999 from a number needs more memory than there is. */
    private static final int MOST_DIGITS = 40;

    private final Adjustments adjustments;
    private final StockController stock;
    private final StockRows rows;
    private final Notices notices;

    AdjustmentController(Adjustments adjustments, StockController stock, StockRows rows, Notices notices) {
        this.adjustments = adjustments;
        this.stock = stock;
        this.rows = rows;
        this.notices = notices;
    }

    /** @param shown how much there was when it was counted, as the screen said; empty where {@code amount} is the difference itself */
    @PostMapping("/adjust")
    String adjust(
            Place place,
            Formats formats,
            @PathVariable String product,
            @RequestParam String amount,
            @RequestParam String how,
            @RequestParam(defaultValue = "0") BigDecimal shown,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam String operation,
            HttpServletResponse response,
            Model model) {
        NotAllowed.unless(place.permissions().mayAdjustStock(place.scope()));
        if (rows.find(place, product).isEmpty()
                || shown.precision() > MOST_DIGITS
                || Math.abs(shown.scale()) > MOST_DIGITS) {
            throw new NoSuchPage();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("productId", product);
        Optional<BigDecimal> delta = delta(formats, amount, how, shown);
        fields.put("delta", delta.isPresent() ? delta.get() : amount);
        fields.put("reason", remark.isBlank() ? reason : reason + ": " + remark.strip());
        Operation once = new Operation("console/" + operation, fields.toString());
        Outcome outcome = adjustments
                .adjust(place.ofStore(), place.visitor().actor(), Origin.CONSOLE, once, fields)
                .only();
        if (outcome instanceof Outcome.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", errors(refused));
            model.addAttribute("amount", amount);
            model.addAttribute("remark", remark);
        } else {
            notices.done(formats.locale(), "stock.adjusted")
                    .saved()
                    .undoable(
                            place.path() + "/stock/" + product + "/adjust",
                            opposite(delta.orElseThrow(), reason, formats.locale()))
                    .on(response);
        }
        model.addAttribute("how", how);
        model.addAttribute("reason", reason);
        stock.product(place, product, model);
        model.addAttribute("operation", EntityId.create().value());
        return "stock/product :: stock";
    }

    /** What takes an adjustment back: another one. */
    private static Map<String, String> opposite(BigDecimal delta, String reason, Locale locale) {
        return Map.of(
                "amount",
                TypedNumbers.write(delta.abs(), 0, locale),
                "how",
                delta.signum() < 0 ? "add" : "take",
                "reason",
                reason,
                "remark",
                "\u21a9",
                "operation",
                EntityId.create().value());
    }

    /** Who takes something says how much, not how much less than nothing: with a sign of its own it would be added. */
    private static Optional<BigDecimal> delta(Formats formats, String amount, String how, BigDecimal shown) {
        Optional<BigDecimal> typed = TypedNumbers.read(amount, formats.locale());
        return typed.filter(number -> number.signum() >= 0 || how.equals("count"))
                .map(number -> switch (how) {
                    case "take" -> number.negate();
                    case "count" -> number.subtract(shown);
                    default -> number;
                });
    }

    private static List<FieldError> errors(Outcome.Refused refused) {
        return refused instanceof Outcome.Invalid invalid
                ? invalid.errors()
                : List.of(FieldError.invalid("delta", "cannot be taken; try again"));
    }
}
