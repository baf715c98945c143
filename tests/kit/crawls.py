"""One invented page, and what happens between two crawls of it: noise that no editor made, edits that one did.

``NOISE`` and ``EDITS`` map a name to (place, first, second): markup that stands at that place in the first and in the
second crawl. Places: above the headline, below it, before the text, in its middle, behind it, behind the article.
"""

SENTENCES = (
    "The harbour board voted on Monday to close the old ferry terminal, ending ninety years of service.",
    "Its chair, Maren Holt, said repairs would have cost 14 million crowns, a sum that nobody could defend.",
    "Islanders had asked for a reprieve until the new pier opens in the spring, and 2,300 signed a petition.",
    "The last boat will leave at 9:40 p.m. on 30 June, the board said in a short statement after the meeting.",
    "Freight will be carried by road over the bridge at Sund, where traffic has doubled in ten years.",
    "The union that speaks for the crews said it had not been told of the plan before the vote.",
    "A study of the quay walls, paid for by the board, is to be published in the autumn of next year.",
    "Two of the boats will be sold abroad, and the oldest of them goes to the museum at Ytterholm.",
)
PLACES = ("above", "below", "before", "middle", "end", "behind")


def page(place: str = "", extra: str = "", headline: str = "Board closes the old ferry terminal") -> str:
    """The page with ``extra`` at one of the ``PLACES``."""
    at = {name: extra if name == place else "" for name in PLACES}
    first, *rest = (f"<p>{sentence}</p>" for sentence in SENTENCES)
    return f"""<!DOCTYPE html><html lang="en"><head><title>Board closes the old ferry terminal | Post</title></head>
<body>
<header><a href="/">Post</a></header>{at["above"]}<main><article><h1>{headline}</h1>{at["below"]}
<div class="body">{at["before"]}{first}{rest[0]}{rest[1]}{at["middle"]}{"".join(rest[2:])}{at["end"]}</div></article>
{at["behind"]}</main><footer>Contact</footer></body></html>"""


def _links(*titles: str) -> str:
    return "".join(f'<li><a href="/x/{title[:3]}">{title}</a></li>' for title in titles)


_ONE, _TWO = "Bridge tolls to rise twice in May", "A winter market closes for good"
_THREE, _FOUR = "Why did the lighthouse go dark?", "Storm warning issued for the coast"

NOISE: dict[str, tuple[str, str, str]] = {
    "masthead date": ("above", "<div>Wednesday, March 12, 2025</div>", "<div>Thursday, March 13, 2025</div>"),
    "breaking bar": ("above", f"<div><b>BREAKING</b> <a href='/a'>{_ONE}</a></div>", ""),
    "comment count": ("below", "<a href='#c'>41 comments</a>", "<a href='#c'>1.2K comments</a>"),
    "minutes ago": ("below", "<span>5 min ago</span>", "<span>1 hour ago</span>"),
    "kicker": ("below", "<div><a href='/t'>Islands</a></div>", "<div><a href='/t'>Live</a></div>"),
    "share bar": ("before", "<div>Share <a href='#'>Facebook</a> 120 shares</div>", "<div>Share 7</div>"),
    "updated ago": ("before", "<p>Updated 3 hours ago</p>", "<p>Updated 4 hours ago</p>"),
    "byline clock": ("before", "<p>By Ida Lund • 3 hours ago</p>", "<p>By Ida Lund • 9 hours ago</p>"),
    "listening time": ("before", "<div>Listen to this article 4 min</div>", "<div>Listen to this article 5 min</div>"),
    "breadcrumb": ("before", "<div><a href='/'>Home</a> › <a>News</a></div>", ""),
    "followers": ("before", "<div>Follow 12,301 followers</div>", "<div>Follow 12,377 followers</div>"),
    "countdown": ("before", "<div role='timer'>3 days 04:21</div>", "<div role='timer'>2 days 11:02</div>"),
    "read more": ("middle", f"<p>READ MORE: <a href='/a'>{_ONE}</a></p>", f"<p>READ MORE: <a>{_TWO}</a></p>"),
    "related strong": ("middle", f"<p><b>Related:</b> <a href='/a'>{_ONE}</a></p>", ""),
    "linked title": ("middle", f"<p><a href='/a'>{_ONE}</a></p>", f"<p><a href='/b'>{_THREE}</a></p>"),
    "bare links": ("middle", f"<ul>{_links(_ONE, _TWO)}</ul>", f"<ul>{_links(_THREE, _FOUR)}</ul>"),
    "headed links": ("middle", f"<h3>Related stories</h3><ul>{_links(_ONE, _TWO)}</ul>", ""),
    "german promo": ("middle", f"<p>Lesen Sie auch: <a href='/a'>{_ONE}</a></p>", ""),
    "french promo": ("middle", f"<p>À lire aussi : <a href='/a'>{_ONE}</a></p>", ""),
    "linked card": (
        "middle",
        f"<div><a href='/a'><img src='a.jpg'><h4>{_ONE}</h4><p>Lorries pay more from the first of May.</p></a></div>",
        f"<div><a href='/b'><img src='b.jpg'><h4>{_TWO}</h4><p>The square will stay empty this year.</p></a></div>",
    ),
    "picture card": (
        "middle",
        f"<div><a href='/a'><img src='a.jpg'></a><h4><a href='/a'>{_ONE}</a></h4><p>Lorries pay more.</p></div>",
        f"<div><a href='/b'><img src='b.jpg'></a><h4><a href='/b'>{_TWO}</a></h4><p>The square is empty.</p></div>",
    ),
    "readers now": ("middle", "<p>1,204 people are reading this story</p>", "<p>1,311 people are reading this</p>"),
    "weather": ("middle", "<div>Sund 12°C</div>", "<div>Sund 14°C</div>"),
    "ticker": ("middle", "<div>Oslo 20 <span>▲ 0.4%</span></div>", "<div>Oslo 20 <span>▼ 0.1%</span></div>"),
    "poll": (
        "middle",
        "<div><h4>Should it close?</h4><form><input type='radio'>Yes</form><p>31 votes</p></div>",
        "<div><h4>Should it close?</h4><form><input type='radio'>Yes</form><p>39 votes</p></div>",
    ),
    "newsletter": ("middle", "", "<p><em>Sign up for our Morning Boat newsletter <a href='/n'>here</a>.</em></p>"),
    "newsletter box": (
        "middle",
        "",
        "<div><p><b>The Morning Boat</b></p><p>Our daily newsletter, delivered to your inbox.</p>"
        "<a href='/n'>Sign up</a></div>",
    ),
    "channel": ("middle", "", "<p>Follow our <a href='/w'>WhatsApp channel</a> for the latest news.</p>"),
    "ad label": ("middle", "<p>ADVERTISEMENT</p>", ""),
    "ad aside": ("middle", "<aside aria-label='advertisement'><p>Boots at Holm’s.</p></aside>", ""),
    "gallery position": ("middle", "<div><span>1/14</span></div>", "<div><span>1/15</span></div>"),
    "tags": ("end", "<p>Tags: <a href='/t'>Ferries</a>, <a href='/t'>Sund</a></p>", "<p>Tags: <a>Ferries</a></p>"),
    "donation": (
        "end",
        "",
        "<div><h3>Support our journalism</h3><p>We rely on readers like you.</p><a href='/d'>Donate</a></div>",
    ),
    "recommended": (
        "end",
        f"<section><h2>You may also like</h2><div><a href='/a'>{_ONE}</a><p>Lorries pay.</p></div>"
        f"<div><a href='/b'>{_TWO}</a><p>It is over.</p></div></section>",
        f"<section><h2>You may also like</h2><div><a href='/c'>{_THREE}</a><p>A bulb broke.</p></div>"
        f"<div><a href='/d'>{_FOUR}</a><p>Stay in.</p></div></section>",
    ),
    "comments": ("behind", "<div id='comments'><p>I took that boat for twenty years, every day.</p></div>", ""),
    "cookie bar": ("behind", "", "<div class='cookie'><p>We use cookies to make this site better for you.</p></div>"),
}

EDITS: dict[str, tuple[str, str, str]] = {
    "dek": ("below", "<p>Ninety years of service end in June</p>", "<p>Ninety years of service end in July</p>"),
    "byline": ("before", "<p class='byline'>By Ida Lund</p>", "<p class='byline'>By Eva Lund</p>"),
    "note above": ("before", "", "<p><i>Editor’s note: A comment was added.</i></p>"),
    "short start": ("before", "<p>It was May.</p>", "<p>It was June.</p>"),
    "short paragraph": ("middle", "<p>He denied it.</p>", "<p>He admitted it.</p>"),
    "plain div": ("middle", "<div>Some 30 people cheered.</div>", "<div>Some 80 people cheered.</div>"),
    "bare span": ("middle", "<span>Nobody spoke against it.</span>", "<span>Somebody spoke against it.</span>"),
    "question": ("middle", "<p><b>Will the mayor resign?</b></p>", "<p><b>Will the chair resign?</b></p>"),
    "answer": ("middle", "<p>A: No.</p>", "<p>A: Yes.</p>"),
    "heading": ("middle", "<h3>Why did it fail?</h3>", "<h3>Why did it close?</h3>"),
    "linked heading": (
        "middle",
        "<h3><a href='/x'>Tern 300</a></h3><p>Old.</p>",
        "<h3><a>Gull 300</a></h3><p>Old.</p>",
    ),
    "caption": (
        "middle",
        "<figure><img src='a'><figcaption>Mr Berg in Sund</figcaption></figure>",
        "<figure><img src='a'><figcaption>Mr Dahl in Sund</figcaption></figure>",
    ),
    "gallery": (
        "middle",
        "<div class='slider'><figure><img src='a'><figcaption>Three ships.</figcaption></figure></div>",
        "<div class='slider'><figure><img src='a'><figcaption>Five ships.</figcaption></figure></div>",
    ),
    "list": ("middle", "<ul><li>Apples: 12 tonnes</li></ul>", "<ul><li>Apples: 15 tonnes</li></ul>"),
    "list behind a colon": (
        "middle",
        f"<p>These close:</p><ul>{_links('Oak Street School', 'Hill Road School')}</ul>",
        f"<p>These close:</p><ul>{_links('Elm Street School', 'Hill Road School')}</ul>",
    ),
    "table": (
        "middle",
        "<table><tr><td>Yes</td><td>31</td></tr></table>",
        "<table><tr><td>Yes</td><td>41</td></tr></table>",
    ),
    "definition": ("middle", "<dl><dt>Cost</dt><dd>4 million</dd></dl>", "<dl><dt>Cost</dt><dd>9 million</dd></dl>"),
    "preformatted": ("middle", "<pre>Yes 40\nNo 12</pre>", "<pre>Yes 90\nNo 12</pre>"),
    "details": ("middle", "<details><p>All 48 stay.</p></details>", "<details><p>All 45 stay.</p></details>"),
    "tweet": (
        "middle",
        "<blockquote class='twitter-tweet'><p>No!</p>— A (@a) <a href='/t'>May 1, 2020</a></blockquote>",
        "<blockquote class='twitter-tweet'><p>Yes!</p>— A (@a) <a href='/t'>May 1, 2020</a></blockquote>",
    ),
    "pull quote": ("middle", "<aside><p>“We never left”</p></aside>", "<aside><p>“We always left”</p></aside>"),
    "linked sentence": (
        "middle",
        "<p><a href='/x'>Police held four men.</a></p>",
        "<p><a href='/x'>Police held nine men.</a></p>",
    ),
    "a sentence that says share": ("middle", "<p>Share prices rose.</p>", "<p>Share prices fell.</p>"),
    "a sentence that says ago": ("middle", "<p>That was three years ago.</p>", "<p>That was five years ago.</p>"),
    "a sentence that says degrees": ("middle", "<p>It was 31°C in Rome.</p>", "<p>It was 41°C in Rome.</p>"),
    "a sentence that says sign up": (
        "middle",
        "<p>He asked them to sign up for the army.</p>",
        "<p>He asked them to sign up for the navy.</p>",
    ),
    "fact box": (
        "middle",
        "<div class='box'><h3>Key facts</h3><p>In 1990 it was sold.</p></div>",
        "<div class='box'><h3>Key facts</h3><p>In 1992 it was sold.</p></div>",
    ),
    "last words": ("end", "<p>She was 41.</p>", "<p>She was 43.</p>"),
    "credits": (
        "end",
        "<p>Reporting by A. Berg; editing by B. Aas</p>",
        "<p>Reporting by C. Moe; editing by B. Aas</p>",
    ),
    "correction below": ("end", "", "<p><em>Correction: The name of the chair was wrong.</em></p>"),
    "correction in a box of links": ("end", "", "<div class='related'><p>Correction: It was June.</p></div>"),
    "correction in a footer": (
        "end",
        "",
        "<footer><p>This article was amended on 3 May to state the sum.</p></footer>",
    ),
    "correction behind": ("behind", "", "<div><p>A previous version of this article gave the wrong sum.</p></div>"),
}
