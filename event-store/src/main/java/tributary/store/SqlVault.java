package tributary.store;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import tributary.events.AccountId;
import tributary.events.ContactId;
import tributary.events.Sealed;

/// Keys lie in a table, one a contact; see [Seal] for what is done with them.
final class SqlVault implements Vault {
    private static final byte[] FORGOTTEN = {};

    private final Transactions transactions;
    private final ContactSecrets secrets;
    private final SecureRandom random;
    private final Seal seal;

    SqlVault(Transactions transactions, ContactSecrets secrets, SecureRandom random) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.random = random;
        this.seal = new Seal(random);
    }

    @Override
    public Sealed seal(AccountId account, ContactId contact, Map<String, String> personal) {
        transactions.present();
        var key = new ContactKey(account, contact);
        var secret = secrets.get(key).orElseGet(() -> make(key));
        if (secret.length == 0) throw new IllegalStateException("the key of contact " + contact + " was forgotten");
        return seal.close(secret, key, personal);
    }

    private byte[] make(ContactKey key) {
        var secret = new byte[Seal.KEY_BYTES];
        random.nextBytes(secret);
        secrets.put(key, secret);
        return secret;
    }

    @Override
    public Optional<Map<String, String>> open(AccountId account, ContactId contact, Sealed sealed) {
        var key = new ContactKey(account, contact);
        return secrets.get(key).filter(secret -> secret.length > 0).map(secret -> seal.open(secret, key, sealed));
    }

    @Override
    public void forget(AccountId account, ContactId contact) {
        secrets.put(new ContactKey(account, contact), FORGOTTEN);
        transactions.wipeAfterwards();
    }
}
