package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tributary.command.Clerk;
import tributary.events.AccountId;
import tributary.events.InteractionsRecorded;

/// Each wrong line is refused by itself: the refusal names the thing, the value seen and what would be accepted, shows
/// nothing personal, and the lines beside it are taken.
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadLinesTest {
    private static final String RIGHT =
            "{'type':'interaction','at':'2023-04-03T10:00:00Z','kind':'CALL','contact':'anna'}";

    @TempDir
    private static Path folder;

    private static Clerk clerk;

    @BeforeAll
    static void open() {
        clerk = Clerk.withAccount(folder);
        clerk.send(
                quoted("{'type':'campaign.create','campaign':'spring','name':'Spring'}"),
                quoted("{'type':'contact.create','contact':'anna','email':'anna@example.com'}"),
                quoted("{'type':'deal.create','deal':'d','stage':'open','contacts':['anna']}"));
    }

    @AfterAll
    static void close() {
        clerk.close();
    }

    private static String act(String more) {
        return "{'type':'interaction','kind':'PAGE_VIEW','visitor':'v'," + more + "}";
    }

    private static String deal(String more) {
        return "{'type':'deal.create','deal':'d1','stage':'open'," + more + "}";
    }

    static Stream<Arguments> wrong_lines() {
        return Stream.of(
                // what is not a line
                arguments("{'type':'interaction',", "not valid JSON"),
                arguments("nonsense", "not valid JSON"),
                arguments("[1]", "not an object"),
                arguments("'text'", "not an object"),
                arguments(act("'title':'t'") + " {}", "not valid JSON"),
                arguments("{'kind':'PAGE_VIEW','visitor':'v'}", "type is missing"),
                arguments("{'type':7}", "type is number; expected a text"),
                arguments(
                        "{'type':'interactoin'}",
                        "type is \"interactoin\"; expected interaction or one of account.change"),
                arguments("{'type':'campaign.explode'}", "campaign.associate, campaign.change"),
                // interactions
                arguments("{'type':'interaction','visitor':'v'}", "kind is missing; expected one of PAGE_VIEW"),
                arguments(
                        "{'kind':'PAGEVIEW','type':'interaction','visitor':'v'}",
                        "kind is \"PAGEVIEW\"; expected one of PAGE_VIEW, FORM_SUBMISSION"),
                arguments("{'type':'interaction','kind':'CALL'}", "one of visitor, contact and email"),
                arguments(
                        "{'type':'interaction','kind':'CALL','contact':'nobody'}",
                        "there is no contact nobody in this account"),
                arguments(
                        "{'type':'interaction','kind':'CALL','contact':'email:who@example.com'}",
                        "names an address that no living contact of this account holds"),
                arguments(
                        "{'type':'interaction','kind':'CALL','contact':'a b'}",
                        "contact is \"a b\"; expected 1 to 64 characters of A-Z a-z 0-9 . _ : -"),
                arguments(
                        "{'type':'interaction','kind':'CALL','email':'who at example.com'}",
                        "email is not an e-mail address; expected"),
                arguments(
                        "{'type':'interaction','kind':'CALL','email':'" + "x".repeat(250) + "@example.com'}",
                        "email has 262 characters; expected 254 at most"),
                arguments(
                        "{'type':'interaction','kind':'CALL','visitor':'" + "v".repeat(101) + "'}",
                        "visitor has 101 characters; expected 100 at most"),
                arguments(act("'id':'" + "i".repeat(101) + "'"), "id has 101 characters; expected 100 at most"),
                arguments(
                        act("'url':'https://x.example/" + "u".repeat(8200) + "'"),
                        "url has 8218 characters; expected 8192 at most"),
                arguments(
                        act("'referrer':'" + "u".repeat(8200) + "'"),
                        "referrer has 8200 characters; expected 8192 at most"),
                arguments(act("'title':'" + "t".repeat(33_000) + "'"), "bytes; 32768 at most"),
                arguments(
                        act("'at':'2023-02-30T10:00:00Z'"),
                        "at is \"2023-02-30T10:00:00Z\"; expected an instant with offset or Z"),
                arguments(act("'at':'2023-04-03 10:00:00Z'"), "at is \"2023-04-03 10:00:00Z\"; expected an instant"),
                arguments(act("'at':'2023-04-03T10:00:00'"), "expected an instant with offset or Z"),
                arguments(act("'at':1680516000000"), "at is number; expected a text"),
                arguments(act("'asset':'LP1'"), "asset is a text; expected {\"type\": …, \"id\": …}"),
                arguments(
                        act("'asset':{'type':'PAGE','id':'LP1'}"),
                        "asset.type is \"PAGE\"; expected one of AD_CAMPAIGN"),
                arguments(act("'asset':{'id':'LP1'}"), "asset.type is missing"),
                arguments(act("'asset':{'type':'FORM'}"), "asset.id is missing"),
                arguments(act("'asset':{'type':'FORM','id':{'a':[1,2]}}"), "asset.id is an object; expected a text"),
                arguments(
                        act("'page':{'type':'SITE_PAGE','id':'a/b'}"),
                        "page.id is \"a/b\"; expected 1 to 64 characters"),
                arguments(
                        act("'bot':'HUMAN'"),
                        "bot is \"HUMAN\"; expected one of KNOWN_BOT, IP_EXCLUDED, APPLE_PRIVACY, SCANNER"),
                arguments(
                        act("'origin':{'type':'MAGIC'}"),
                        "origin.type is \"MAGIC\"; expected one of AD, CTA, WORKFLOW"),
                arguments(act("'origin':'AD'"), "origin is a text; expected {\"type\": \"AD\""),
                arguments(act("'visitor':['v']"), "visitor is a list; expected a text"),
                // campaigns
                arguments(
                        "{'type':'campaign.create','campaign':'c1'}", "name is missing; expected the campaign's name"),
                arguments("{'type':'campaign.create','name':'C'}", "campaign is missing; expected 1 to 64 characters"),
                arguments(
                        "{'type':'campaign.create','campaign':'a/b','name':'C'}",
                        "campaign is \"a/b\"; expected 1 to 64 characters"),
                arguments("{'type':'campaign.create','campaign':'spring','name':'C'}", "campaign spring exists"),
                arguments(
                        "{'type':'campaign.create','campaign':'c1','name':'C','startDate':'03/04/2023'}",
                        "startDate is \"03/04/2023\"; expected a day such as 2023-04-03"),
                arguments(
                        "{'type':'campaign.create','campaign':'c1','name':'C','startDate':'2023-04-03','endDate':'2023-04-02'}",
                        "startDate 2023-04-03 is after endDate 2023-04-02"),
                arguments(
                        "{'type':'campaign.create','campaign':'c1','name':'C','goals':{'fame':'1'}}",
                        "goals is \"fame\"; expected one of attributedRevenue"),
                arguments(
                        "{'type':'campaign.create','campaign':'c1','name':'C','goals':{'sessions':'many'}}",
                        "goals.sessions is \"many\"; expected a decimal"),
                arguments(
                        "{'type':'campaign.create','campaign':'c1','name':'C','properties':{'hs_object_id':'1'}}",
                        "properties.hs_object_id is read-only"),
                arguments(
                        "{'type':'campaign.change','campaign':'spring','name':null}",
                        "name is cleared; expected the campaign's name"),
                arguments(
                        "{'type':'campaign.change','campaign':'other','utm':'x'}",
                        "there is no campaign other in this account"),
                arguments("{'type':'campaign.associate','campaign':'spring'}", "asset is missing"),
                arguments(
                        "{'type':'campaign.delete','campaign':'other'}", "there is no campaign other in this account"),
                arguments(
                        "{'type':'budget.set','campaign':'spring','item':'b','amount':'-1'}",
                        "amount is \"-1\"; expected 0 or more"),
                arguments(
                        "{'type':'budget.set','campaign':'spring','item':'b','amount':'1','order':-1}",
                        "order is \"-1\"; expected a whole number of 0 or more"),
                arguments(
                        "{'type':'spend.set','campaign':'spring','item':'b','amount':true}",
                        "amount is boolean; expected a decimal"),
                // contacts
                arguments("{'type':'contact.create'}", "contact is missing"),
                arguments("{'type':'contact.create','contact':'anna'}", "contact anna exists"),
                arguments(
                        "{'type':'contact.create','contact':'ben','email':'Anna@Example.com '}",
                        "email is held by contact anna; expected an address that is free"),
                arguments(
                        "{'type':'contact.create','contact':'ben','source':'GUESS'}",
                        "source is \"GUESS\"; expected one of IMPORT, API, INTEGRATION, MANUAL"),
                arguments(
                        "{'type':'contact.create','contact':'ben','properties':{'email':'x'}}",
                        "properties.email is a field of the line"),
                arguments(
                        "{'type':'contact.create','contact':'ben','properties':['x']}",
                        "properties is a list; expected an object"),
                arguments(
                        "{'type':'contact.change','contact':'nobody','email':'n@example.com'}",
                        "there is no contact nobody"),
                arguments(
                        "{'type':'contact.merge','primary':'anna','merged':'anna'}",
                        "primary and merged both mean contact anna"),
                arguments("{'type':'contact.merge','primary':'anna','merged':'nobody'}", "there is no contact nobody"),
                arguments(
                        "{'type':'contact.delete','contact':'someone@example.com'}",
                        "contact is (not shown: it may be personal); expected 1 to 64 characters"),
                arguments(
                        "{'type':'visitor.identify','visitor':'v'}",
                        "contact is missing; expected a contact's id, or an email"),
                arguments("{'type':'visitor.identify','contact':'anna'}", "visitor is missing"),
                arguments(
                        "{'type':'visitor.identify','contact':'anna','visitor':'" + "v".repeat(101) + "'}",
                        "visitor has 101 characters"),
                // deals
                arguments("{'type':'deal.create','deal':'d1'}", "stage is missing"),
                arguments(
                        "{'type':'deal.create','deal':'d1','stage':'won'}",
                        "stage is \"won\"; expected one of pipeline default: open, appointmentscheduled"),
                arguments(deal("'currency':'XYZ'"), "currency is \"XYZ\"; expected an ISO 4217 code"),
                arguments(deal("'amount':NaN"), "not valid JSON"),
                arguments(deal("'amount':'NaN'"), "amount is \"NaN\"; expected a decimal"),
                arguments(deal("'amount':'1e999999999'"), "amount is \"1e999999999\"; expected a decimal"),
                arguments(deal("'amount':'10000000000001'"), "at most 10^13"),
                arguments(deal("'amount':'0.00000000001'"), "at most 10 digits after the point"),
                arguments(deal("'amount':{}"), "amount is an object; expected a decimal"),
                arguments(
                        deal("'closeDate':'soon'"),
                        "closeDate is \"soon\"; expected a day such as 2023-04-03, or an instant"),
                arguments(deal("'contacts':'anna'"), "contacts is a text; expected a list of texts"),
                arguments(deal("'contacts':[1]"), "contacts[0] is number; expected a list of texts"),
                arguments(deal("'contacts':['anna','nobody']"), "there is no contact nobody"),
                arguments(deal("'at':'yesterday'"), "at is \"yesterday\"; expected an instant"),
                arguments(
                        "{'type':'deal.change','deal':'other','stage':'open'}",
                        "there is no deal other in this account"),
                arguments("{'type':'deal.change','deal':'d','stage':null}", "stage is null; expected a stage"),
                arguments(
                        "{'type':'deal.change','deal':'d','stage':'won'}",
                        "stage is \"won\"; expected one of pipeline default"),
                arguments("{'type':'deal.associate','deal':'d','contact':'nobody'}", "there is no contact nobody"),
                arguments("{'type':'deal.merge','primary':'d','merged':'d'}", "primary and merged both are deal d"),
                arguments("{'type':'deal.merge','primary':'d','merged':'other'}", "there is no deal other"),
                // the account
                arguments(
                        "{'type':'account.change','timeZone':'Mars/Olympus'}",
                        "timeZone is \"Mars/Olympus\"; expected an IANA time zone"),
                arguments(
                        "{'type':'account.change','currency':'EURO'}",
                        "currency is \"EURO\"; expected an ISO 4217 code"),
                arguments(
                        "{'type':'account.change','tier':'FREE'}",
                        "tier is \"FREE\"; expected one of ALL, PROFESSIONAL, ENTERPRISE"),
                arguments(
                        "{'type':'account.change','ruleSet':'1999'}",
                        "ruleSet is \"1999\"; expected one of 2023-09, 2024-11"),
                arguments(
                        "{'type':'account.change','weekStart':'Monday'}",
                        "weekStart is \"Monday\"; expected one of MONDAY"),
                arguments(
                        "{'type':'account.change','emailBotFilter':'yes'}",
                        "emailBotFilter is a text; expected true or false"),
                arguments(
                        "{'type':'account.change','siteDomains':['https://example.com/']}",
                        "expected hosts such as example.com"),
                arguments(
                        "{'type':'account.change','interactionTypes':['VISIT']}",
                        "interactionTypes is \"VISIT\"; expected some of PAGE_VIEW"),
                arguments("{'type':'pipeline.define','pipeline':'p'}", "stages is missing"),
                arguments(
                        "{'type':'pipeline.define','pipeline':'p','stages':[]}",
                        "stages has 0 entries; expected 1 to 200"),
                arguments(
                        "{'type':'pipeline.define','pipeline':'p','stages':[{'label':'x'}]}",
                        "stages[0].id is missing"),
                arguments(
                        "{'type':'pipeline.define','pipeline':'p','stages':[{'id':'x'},{'id':'x'}]}",
                        "stages[1].id is \"x\"; expected ids that differ"),
                arguments(
                        "{'type':'pipeline.define','pipeline':'p','stages':[{'id':'x','probability':1.5}]}",
                        "stages[0].probability is \"1.5\"; expected 0 to 1"),
                arguments(
                        "{'type':'rate.set','currency':'USD','rate':'0','since':'2023-01-01'}",
                        "rate is \"0\"; expected more than 0"),
                arguments(
                        "{'type':'rate.set','currency':'USD','rate':'a','since':'2023-01-01'}",
                        "rate is \"a\"; expected a decimal"),
                arguments(
                        "{'type':'rate.set','currency':'USD','rate':'0.9','since':'2023-13-01'}",
                        "since is \"2023-13-01\"; expected a day"),
                arguments("{'type':'rate.set','currency':'USD','rate':'0.9'}", "since is missing; expected a day"),
                // assets
                arguments(
                        "{'type':'asset.describe','asset':{'type':'OBJECT_LIST','id':'L'},'listType':'SMART'}",
                        "listType is \"SMART\"; expected one of MANUAL, SNAPSHOT, DYNAMIC"),
                arguments(
                        "{'type':'asset.describe','asset':{'type':'CTA','id':'L'},'hasForm':'no'}",
                        "hasForm is a text; expected true or false"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void wrong_lines(String line, String told) {
        int before = clerk.facts().size();

        var answer = clerk.send(quoted(RIGHT), quoted(line), quoted(RIGHT));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.problems())
                .singleElement()
                .asString()
                .startsWith("2: ")
                .contains(told);
        assertThat(answer.problems().toString()).doesNotContainIgnoringCase("anna@", "who@", "someone@");
        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(answer.rejected()).isEqualTo(1);
        assertThat(clerk.facts()).hasSize(before + 1);
        assertThat(((InteractionsRecorded) clerk.facts().getLast()).interactions())
                .hasSize(2);
    }

    @Test
    void another_account_s_campaign_contact_and_deal_are_unknown() {
        clerk.open("other");
        clerk.sendAs(
                Clerk.token(new AccountId("other")),
                quoted("{'type':'campaign.create','campaign':'theirs','name':'X'}"),
                quoted("{'type':'contact.create','contact':'theirs'}"),
                quoted("{'type':'deal.create','deal':'theirs','stage':'open'}"));

        var answer = clerk.send(
                quoted("{'type':'campaign.change','campaign':'theirs','utm':'x'}"),
                quoted("{'type':'contact.delete','contact':'theirs'}"),
                quoted("{'type':'deal.delete','deal':'theirs'}"));

        assertThat(answer.problems())
                .containsExactly(
                        "1: there is no campaign theirs in this account",
                        "2: there is no contact theirs in this account",
                        "3: there is no deal theirs in this account");
    }

    static String quoted(String line) {
        return line.replace('\'', '"');
    }
}
