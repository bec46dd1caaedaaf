package io.tillsync.core.importing;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guesses what the columns of somebody's file are, from what they are called: by others' exports, in English and German. */
final class ColumnGuess {

    private static final Map<String, Set<String>> SYNONYMS = Map.ofEntries(
            entry("id", Set.of("key", "productid", "itemid", "handle")),
            entry(
                    "name",
                    Set.of(
                            "title",
                            "product",
                            "productname",
                            "item",
                            "itemname",
                            "bezeichnung",
                            "artikel",
                            "artikelname",
                            "titel")),
            entry(
                    "price",
                    Set.of("retailprice", "saleprice", "sellingprice", "unitprice", "preis", "verkaufspreis", "vk")),
            entry("cost", Set.of("costprice", "purchaseprice", "costperitem", "einkaufspreis", "ek", "kosten")),
            entry("barcode", Set.of("ean", "ean13", "gtin", "upc", "code", "strichcode")),
            entry("sku", Set.of("itemnumber", "articlenumber", "productcode", "artikelnummer", "artikelnr", "nummer")),
            entry("category", Set.of("department", "group", "productcategory", "type", "kategorie", "warengruppe")),
            entry("brand", Set.of("manufacturer", "vendor", "marke", "hersteller")),
            entry("unit", Set.of("uom", "unitofmeasure", "einheit")),
            entry("description", Set.of("body", "details", "text", "beschreibung")),
            entry("quantity", Set.of("stock", "qty", "onhand", "inventory", "menge", "bestand", "anzahl")),
            entry("isActive", Set.of("active", "enabled", "status", "aktiv")),
            entry("reorderLevel", Set.of("reorderpoint", "minstock", "minimum", "meldebestand", "mindestbestand")),
            entry("phone", Set.of("telephone", "mobile", "tel", "telefon", "telefonnummer")),
            entry("email", Set.of("mail", "emailaddress")),
            entry("abbreviation", Set.of("short", "symbol", "abkurzung", "kurzel")),
            entry("note", Set.of("notes", "comment", "remark", "notiz", "bemerkung")));

    private ColumnGuess() {}

    /** What each is taken for; an empty text where nothing comes to mind, or something before it is the same. */
    static List<String> of(List<String> header, List<String> columns) {
        Set<String> left = new HashSet<>(columns);
        List<String> guessed = new ArrayList<>();
        for (String name : header) {
            Optional<String> column = columns.stream()
                    .filter(left::contains)
                    .filter(candidate -> means(name, candidate))
                    .findFirst();
            column.ifPresent(left::remove);
            guessed.add(column.orElse(""));
        }
        return guessed;
    }

    private static boolean means(String name, String column) {
        String plain = plain(name);
        return plain.equals(plain(column))
                || SYNONYMS.getOrDefault(column, Set.of()).contains(plain);
    }

    /** Letters and digits alone, in lower case and without accents. */
    private static String plain(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
