package tributary.query.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.MaxKey;
import tributary.events.AccountId;

/// Which publication of an account's figures under a rule set is the one to read. A publication that was begun is
/// noted among the leftovers until it is shown, and again when another is: what stands there is not read (any more)
/// and may be taken away, once it is struck out there.
final class Publications {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final ReadModels models;

    Publications(ReadModels models) {
        this.models = models;
    }

    private MongoCollection<Document> shown() {
        return models.documents(ReadModels.PUBLICATIONS);
    }

    static Document id(AccountId account, String ruleSet) {
        return new Document(Field.ACCOUNT, account.value()).append(Field.RULE_SET, ruleSet);
    }

    /// The publication to read, and what is needed to read it; empty if there is none.
    Optional<Document> find(AccountId account, String ruleSet) {
        return Optional.ofNullable(
                        shown().find(eq(Field.ID, id(account, ruleSet))).first())
                .filter(found -> found.get(Field.PUBLICATION) != null);
    }

    /// Whether documents of a publication were there just now, shown or replaced.
    boolean isThere(AccountId account, String ruleSet, long number) {
        var found = shown().find(eq(Field.ID, id(account, ruleSet))).first();
        return found != null
                && (Long.valueOf(number).equals(found.getLong(Field.PUBLICATION))
                        || found.getList(Field.LEFTOVERS, Long.class, List.of()).contains(number));
    }

    List<Long> leftovers(AccountId account, String ruleSet) {
        var found = shown().find(eq(Field.ID, id(account, ruleSet))).first();
        return found == null ? List.of() : found.getList(Field.LEFTOVERS, Long.class, List.of());
    }

    /// The rule sets under which there is a publication of the account.
    List<String> ruleSets(AccountId account) {
        var from = new Document(Field.ACCOUNT, account.value());
        var to = new Document(Field.ACCOUNT, account.value()).append(Field.RULE_SET, new MaxKey());
        return shown().find(and(gte(Field.ID, from), lt(Field.ID, to)))
                .map(found -> found.get(Field.ID, Document.class).getString(Field.RULE_SET))
                .into(new ArrayList<>());
    }

    /// A number for a new publication.
    long begin(AccountId account, String ruleSet) {
        var number = models.documents(ReadModels.NUMBERS)
                .findOneAndUpdate(
                        eq(Field.ID, "last"),
                        Updates.inc(Field.PUBLICATION, 1L),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER))
                .getLong(Field.PUBLICATION);
        shown().updateOne(eq(Field.ID, id(account, ruleSet)), Updates.addToSet(Field.LEFTOVERS, number), UPSERT);
        return number;
    }

    /// Shows a publication, which is written as a whole, in place of an earlier one; in one step.
    ///
    /// @return whether it is shown; not if a later one is, or if it was taken away
    boolean show(AccountId account, String ruleSet, long number, Document head) {
        var notLater = new Document(
                "$or",
                List.of(
                        new Document(Field.PUBLICATION, new Document("$lt", number)),
                        new Document(Field.PUBLICATION, null)));
        var leftovers = new Document(
                "$setUnion",
                List.of(
                        new Document("$setDifference", List.of("$" + Field.LEFTOVERS, List.of(number))),
                        new Document(
                                "$cond",
                                List.of(
                                        new Document("$isNumber", "$" + Field.PUBLICATION),
                                        List.of("$" + Field.PUBLICATION),
                                        List.of()))));
        var set = new Document(Field.LEFTOVERS, leftovers).append(Field.PUBLICATION, number);
        head.forEach((name, value) -> set.append(name, new Document("$literal", value)));
        var filter = and(eq(Field.ID, id(account, ruleSet)), eq(Field.LEFTOVERS, number), notLater);
        return shown().updateOne(filter, List.of(new Document("$set", set))).getMatchedCount() == 1;
    }

    /// Tells that all documents of the publication include everything up to a position.
    ///
    /// @return whether the publication is shown
    boolean move(AccountId account, String ruleSet, long number, Document head) {
        var filter = and(eq(Field.ID, id(account, ruleSet)), eq(Field.PUBLICATION, number));
        return shown().updateOne(filter, new Document("$set", head)).getMatchedCount() == 1;
    }

    /// Nothing is shown any more.
    void hide(AccountId account, String ruleSet) {
        find(account, ruleSet).ifPresent(found -> {
            var number = found.getLong(Field.PUBLICATION);
            shown().updateOne(
                            and(eq(Field.ID, id(account, ruleSet)), eq(Field.PUBLICATION, number)),
                            Updates.combine(
                                    Updates.set(Field.PUBLICATION, null), Updates.addToSet(Field.LEFTOVERS, number)));
        });
    }

    /// Takes a leftover away, unless it was shown meanwhile.
    void sweep(AccountId account, String ruleSet, long number) {
        var struck = shown().updateOne(
                        and(eq(Field.ID, id(account, ruleSet)), eq(Field.LEFTOVERS, number)),
                        Updates.pull(Field.LEFTOVERS, number));
        if (struck.getModifiedCount() == 0) return;
        for (var collection : ReadModels.OF_FIGURES)
            models.documents(collection).deleteMany(of(number));
    }

    /// The documents of a publication.
    static Bson of(long number) {
        return and(gte(Field.ID, from(number)), lt(Field.ID, from(number + 1)));
    }

    private static Document from(long number) {
        return new Document(Field.PUBLICATION, number);
    }

    /// The documents of a campaign, or of the account (`null`).
    static Bson of(long number, String campaign) {
        var from = from(number).append(Field.CAMPAIGN, campaign);
        var to = from(number).append(Field.CAMPAIGN, campaign).append(Field.BUCKET, new MaxKey());
        return and(gte(Field.ID, from), lt(Field.ID, to));
    }

    /// The rule set that the account chose, of those that are published.
    Optional<String> chosen(AccountId account) {
        return Optional.ofNullable(models.documents(ReadModels.ACCOUNTS)
                        .find(eq(Field.ID, account.value()))
                        .first())
                .map(found -> found.getString(Field.RULE_SET));
    }

    void choose(AccountId account, String ruleSet) {
        models.documents(ReadModels.ACCOUNTS)
                .updateOne(eq(Field.ID, account.value()), Updates.set(Field.RULE_SET, ruleSet), UPSERT);
    }
}
