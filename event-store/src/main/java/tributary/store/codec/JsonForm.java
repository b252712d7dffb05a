package tributary.store.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads JSON that is known to the byte but for its values, from the front to the back. Whatever is otherwise than
/// asked for, or a text with an escape or beyond ASCII, is [OtherForm].
final class JsonForm {
    private final byte[] json;
    private int at;

    JsonForm(byte[] json) {
        this.json = json;
    }

    /// The text behind these bytes, the last of which is its quotation mark.
    String text(byte[] before) {
        pass(before);
        return restOfText();
    }

    /// As [#text]; `null` if there is something else.
    String textIfAny(byte[] before) {
        return follows(before) ? text(before) : null;
    }

    /// The truth value behind these bytes.
    boolean truth(byte[] before, byte[] ifTrue, byte[] ifFalse) {
        pass(before);
        var truth = follows(ifTrue);
        pass(truth ? ifTrue : ifFalse);
        return truth;
    }

    /// The texts of the list behind these bytes, the last of which is its bracket.
    List<String> texts(byte[] before) {
        pass(before);
        var texts = new ArrayList<String>();
        while (!passes(']')) {
            if (!texts.isEmpty()) pass(',');
            pass('"');
            texts.add(restOfText());
        }
        return texts;
    }

    /// The texts by name of the object behind these bytes, the last of which is its brace.
    Map<String, String> textsByName(byte[] before) {
        pass(before);
        var texts = new HashMap<String, String>();
        while (!passes('}')) {
            if (!texts.isEmpty()) pass(',');
            pass('"');
            var name = restOfText();
            pass(':');
            pass('"');
            if (texts.put(name, restOfText()) != null) throw OtherForm.FOUND;
        }
        return texts;
    }

    void end() {
        pass('}');
        if (at != json.length) throw OtherForm.FOUND;
    }

    private String restOfText() {
        var from = at;
        while (at < json.length && json[at] != '"') {
            if (json[at] < ' ' || json[at] == '\\') throw OtherForm.FOUND;
            at++;
        }
        var text = new String(json, from, at - from, StandardCharsets.ISO_8859_1);
        pass('"');
        return text;
    }

    private boolean follows(byte[] bytes) {
        if (bytes.length > json.length - at) return false;
        for (var i = 0; i < bytes.length; i++) if (json[at + i] != bytes[i]) return false;
        return true;
    }

    private void pass(byte[] bytes) {
        if (!follows(bytes)) throw OtherForm.FOUND;
        at += bytes.length;
    }

    private boolean passes(char ascii) {
        var is = at < json.length && json[at] == ascii;
        if (is) at++;
        return is;
    }

    private void pass(char ascii) {
        if (!passes(ascii)) throw OtherForm.FOUND;
    }

    /// The JSON is not of this form; nobody sees it, so it needs no stack.
    static final class OtherForm extends RuntimeException {
        static final OtherForm FOUND = new OtherForm();
        private static final long serialVersionUID = 1;

        private OtherForm() {
            super("other than the usual form", null, false, false);
        }
    }
}
