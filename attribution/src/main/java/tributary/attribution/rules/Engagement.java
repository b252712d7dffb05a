package tributary.attribution.rules;

import java.util.Optional;
import tributary.attribution.AssetType;
import tributary.attribution.Kind;

/// A kind of act with a type of asset, such as a click on a marketing email. A visit to a page, also one that a
/// submission without browser stands for (D-14), is `PAGE_VIEW` with the type of the page.
public record Engagement(Kind kind, AssetType with) {
    /// As in documents and JSON: `EMAIL_CLICK MARKETING_EMAIL`.
    @Override
    public String toString() {
        return kind + " " + with;
    }

    /// The engagement that a text like `EMAIL_CLICK MARKETING_EMAIL` names, if there can be such a one: what is
    /// viewed is a page, and a keyword is nothing that someone acts with.
    static Optional<Engagement> read(String text) {
        var words = text.split(" ", -1);
        if (words.length != 2) return Optional.empty();
        return Given.constant(Kind.class, words[0])
                .flatMap(kind -> Given.constant(AssetType.class, words[1])
                        .filter(with -> with != AssetType.KEYWORD && (kind != Kind.PAGE_VIEW || with.isPage()))
                        .map(with -> new Engagement(kind, with)));
    }
}
