package tributary.query.crm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tributary.events.AccountId;
import tributary.events.ContactId;
import tributary.events.Refusal;
import tributary.store.Caller;
import tributary.store.EventDatabase;
import tributary.store.Identities;
import tributary.store.Scopes;

/// `GET /crm/v3/objects/contacts/{id}`: one contact, by its id or its address. It shows what is recorded at the
/// moment of asking, and waits for nothing.
@RestController
class ContactsResource {
    private static final DateTimeFormatter TO_THE_MILLISECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final List<String> USUAL = List.of("email", "firstname", "lastname", "lifecyclestage");

    private final Contacts contacts;
    private final Identities identities;

    ContactsResource(Contacts contacts, EventDatabase database) {
        this.contacts = contacts;
        this.identities = database.identities();
    }

    /// @param idProperty `email` when `id` is an address
    /// @param properties names of those wanted; without it the usual ones, as far as known
    @GetMapping("/crm/v3/objects/contacts/{id}")
    CrmContact contact(
            @PathVariable String id,
            @RequestParam(defaultValue = "hs_object_id") String idProperty,
            @RequestParam(required = false) List<String> properties,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        caller.require(Scopes.CONTACTS_READ);
        var contact = identities.survivor(caller.account(), named(caller.account(), id, idProperty));
        var known = contacts.living(caller.account(), contact).orElseThrow(ContactsResource::unknown);
        return told(contact, known, properties);
    }

    private ContactId named(AccountId account, String id, String idProperty) {
        return switch (idProperty) {
            case "email" -> identities.holder(account, id).orElseThrow(ContactsResource::unknown);
            case "hs_object_id", "id" -> new ContactId(id);
            default ->
                throw new Refusal.Invalid(
                        "unknown-id-property",
                        "There is no such id property",
                        "idProperty is not one of those accepted: email, hs_object_id");
        };
    }

    /// The id is not repeated: it may be an address.
    private static Refusal unknown() {
        return new Refusal.Unknown("contact", "of this id or address");
    }

    private static CrmContact told(ContactId contact, KnownContact known, List<String> wanted) {
        var all = new TreeMap<>(known.properties());
        all.put("hs_object_id", contact.value());
        all.put("createdate", written(known.createdAt()));
        all.put("lastmodifieddate", written(known.updatedAt()));
        var told = new TreeMap<String, String>();
        for (var name : List.of("hs_object_id", "createdate", "lastmodifieddate")) told.put(name, all.get(name));
        if (wanted == null) USUAL.stream().filter(all::containsKey).forEach(name -> told.put(name, all.get(name)));
        else new ArrayList<>(wanted).forEach(name -> told.put(name, all.get(name)));
        return new CrmContact(contact.value(), told, written(known.createdAt()), written(known.updatedAt()), false);
    }

    private static String written(Instant instant) {
        return TO_THE_MILLISECOND.format(instant);
    }
}
