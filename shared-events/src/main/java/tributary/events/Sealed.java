package tributary.events;

import java.util.Arrays;
import java.util.Base64;

/// Personal data of one contact, encrypted with that contact's key (AES-GCM; the key lies in the vault of the event
/// store). When the key is forgotten nobody can read it again, while the fact around it stays.
public record Sealed(byte[] bytes) {
    public Sealed {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /// As text, for JSON.
    public String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// @throws IllegalArgumentException if `text` is not Base64
    public static Sealed of(String text) {
        return new Sealed(Base64.getDecoder().decode(text));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Sealed[" + bytes.length + " bytes]";
    }
}
