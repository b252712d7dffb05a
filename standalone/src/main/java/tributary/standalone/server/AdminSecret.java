package tributary.standalone.server;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Where the server's admin token comes from.
///
/// @param place where a user finds it, in words; never the token itself
record AdminSecret(String secret, String place) {
    private static final String FILE = "admin-token";
    private static final int BYTES = 32;

    /// The given one, or else the one kept in the folder, which is made when it is first needed.
    static AdminSecret of(String given, DataFolder folder) {
        if (given != null && !given.isBlank())
            return new AdminSecret(given.strip(), "the one given in TRIBUTARY_ADMIN_TOKEN");
        var file = folder.file(FILE);
        try {
            if (!Files.exists(file)) OwnerOnlyFile.write(file, made() + "\n");
            return new AdminSecret(Files.readString(file).strip(), "in the file " + file);
        } catch (IOException failure) {
            throw new CannotServe("the admin token in " + file + " cannot be read or made: " + failure);
        }
    }

    private static String made() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    @Override
    public String toString() {
        return "the admin token, " + place;
    }
}
