package tributary.attribution.story;

import java.time.Instant;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.attribution.journey.Touches;

/// An act told in a test; refined step by step.
public final class Told {
    final Story story;
    final long at;
    final Kind kind;
    int asset;
    int page = Touches.NONE;
    String visitor;
    String contact;
    boolean byAddress;
    String url;
    String referrer;
    String keyword;
    SessionOrigin origin = SessionOrigin.NONE;
    Doubt doubt = Doubt.NONE;
    int position;

    Told(Story story, Kind kind, int asset, String instant) {
        this.story = story;
        this.kind = kind;
        this.asset = asset;
        this.at = Story.micros(instant);
    }

    public Told by(String visitor) {
        this.visitor = visitor;
        return this;
    }

    public Told as(String contact) {
        this.contact = contact;
        return this;
    }

    /// The act carries an unknown address: it creates the contact and identifies the browser, if there is one.
    public Told creating(String contact) {
        this.contact = contact;
        byAddress = true;
        story.createdBy(this);
        if (visitor != null)
            story.identified(visitor, contact, Instant.ofEpochMilli(at / 1000).toString());
        return this;
    }

    public Told on(String page) {
        this.page = story.asset(page);
        return this;
    }

    public Told url(String url) {
        this.url = url;
        return this;
    }

    public Told from(String referrer) {
        this.referrer = referrer;
        return this;
    }

    public Told searching(String keyword) {
        this.keyword = keyword;
        return this;
    }

    public Told origin(SessionOrigin origin) {
        this.origin = origin;
        return this;
    }

    public Told doubted(Doubt doubt) {
        this.doubt = doubt;
        return this;
    }
}
