"""Labels of the page: a line made of these and nothing else is no text of the article."""

import re
from functools import cache

from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.word_lists import listed

_LABELS = """
    share this article, share this story, share this page, share this post, share this, share on, share via,
    share, shares, tweet this, tweet, pin it, pin, post, email this, email, e-mail, print this article, print this
    page, print, save article, save for later, save, saved, copy link, copied, copy, link copied, link, facebook,
    twitter, x, linkedin, whatsapp, reddit, pinterest, telegram, tumblr, instagram, flipboard, messenger, pocket,
    bluesky, threads, mastodon, youtube, tiktok, snapchat, wechat, weibo, google+, google, sms, rss, this opens in
    a new     window, opens in new window, opens in a new tab, back to top, return to top, top, skip to content,
    skip to main     content, skip advertisement, skip ad, jump to content, advertisement, advertisements,
    advertising, ad, ads, ad     feedback, sponsored, sponsored content, paid content, promoted, paid post,
    article continues below, article     continues below this ad, article continues after advertisement, story
    continues below, story continues below     advertisement, story continues after advertisement, continue
    reading below, scroll to continue, scroll down to     continue, scroll to continue with content, continue
    reading, continue reading the main story, read more, read     more here, read next, read also, read the full
    story, read full article, read full story, read the full article, show more, see more, load more, view more,
    more, show all, see all, view all, show less, click here, learn more, find out more, next, previous, next
    article, previous article, next story, previous story, prev, close, open, menu, search, home, log in, login,
    sign in, sign up, sign up now, subscribe, subscribe now, register, my     account, follow us, follow,
    following, like, like us, comments, comment, leave a comment, post a comment, view     comments, add comment,
    join the conversation, join the discussion, write a comment, reply, report, play, pause, play video, watch,
    watch video, watch now, watch live, listen, listen now, listen to this article, listen to     article, mute,
    unmute, volume, fullscreen, full screen, loading, loading..., video, photo, photos, gallery, image, slideshow,
    view gallery, view image, view photos, enlarge image, open image in gallery, image source, hide caption,
    toggle caption, most read, most popular, most viewed, trending, trending now, popular, popular     now,
    latest, latest news, related, related articles, related stories, related content, related topics, related
    links, related news, related coverage, recommended, recommended for you, recommended stories, recommended
    reading, you may also like, you might also like, you may like, more on this story, more on this, more on this
    topic, more stories, more news, more from, more like this, up next, don't miss, editor's picks, editors'
    picks, top stories, in case you missed it, around the web, from the web, from our partners, topics, tags,
    tagged, filed     under, newsletter, newsletters, gift this article, gift article, give this article,
    reprints, permissions, reprints & permissions, font size, text size, a a a, dark mode, transcript, view
    transcript, download, download     pdf, pdf, not now, no thanks, dismiss, accept, accept all, reject all,
    manage options, ok, got it, live updates, breaking, breaking news, live, teilen, drucken, merken, anzeige,
    werbung, mehr, mehr lesen, mehr dazu, weiterlesen, mehr zum thema, zum thema, lesen sie auch, auch
    interessant, das könnte sie auch interessieren, nach oben, zur startseite, startseite, kommentare,
    kommentieren, artikel teilen, artikel drucken, artikel     merken, per e-mail, per mail, kopieren, link
    kopieren, abonnieren, anmelden, themen, schlagwörter, meistgelesen, partager, imprimer, envoyer, enregistrer,
    publicité, lire la suite, lire plus, lire aussi, à lire aussi, sur le     même sujet, voir aussi, à voir
    aussi, articles liés, retour en haut, commentaires, commenter, s'abonner, je     m'abonne, se connecter,
    accueil, les plus lus, copier le lien, compartir, imprimir, guardar, enviar, publicidad, anuncio, leer más,
    seguir leyendo, lee también, ver más, más información, relacionado, noticias relacionadas, te     puede
    interesar, volver arriba, comentarios, comentar, suscríbete, iniciar sesión, lo más leído, lo más visto,
    condividi, stampa, pubblicità, leggi anche, leggi di più, compartilhar, compartilhe, publicidade, leia mais,
    leia também, delen, advertentie, lees ook, lees meer, 分享, 广告,
    阅读全文, 相关新闻, 相关阅读, 推荐阅读, シェア, 広告, 関連記事, 続きを読む,
    공유, 광고, 관련기사, published, updated, last updated, first published, published on, updated on, last modified,
    veröffentlicht, aktualisiert, publié, publié le, mis à jour, publicado, actualizado, pubblicato, aggiornato,
    related posts, recent posts, latest posts, popular posts, similar articles, similar stories, more articles,
    more posts, explore further, explore more, explore the topic, popular searches, latest videos, top videos,
    related videos, latest stories, editors picks, our picks, what to read next, keep reading, read this next,
    share this:, post navigation, about the author, about the authors, weitere artikel, weitere themen, ähnliche
    artikel, verwandte artikel, verwandte themen, das könnte dich auch interessieren, das könnte ihnen auch
    gefallen, empfehlungen der redaktion, mehr aus, vous aimerez aussi, à découvrir, dans la même rubrique,
    articles similaires, articles recommandés, notas relacionadas, artículos relacionados, también te puede
    interesar, temas relacionados, te recomendamos, articoli correlati, potrebbe interessarti, artigos
    relacionados, veja mais, gerelateerde artikelen
"""
_JOINERS = frozenset(listed("on via by to and or und auf per sur par en mit this in the a"))
# What stands behind a number beside a label: "Follow 12,301 followers", "Listen 4 min".
_COUNTED = frozenset(
    listed("followers comments shares likes views reactions min mins minutes minute sec seconds people votes k m")
)
_WORD = lazy_pattern(r"[^\W_]+(?:'[^\W_]+)?")
_WORD_OR_COMMA = lazy_pattern(rf"{_WORD.pattern}|,")


_ANNOUNCED = lazy_pattern(
    r"related|more|read|recommend|latest|trending|popular|also|next|similar|stories|articles|posts|videos|pick|explore"
    r"|lesen|mehr|weitere|ähnlich|verwandt|interess|empfehl|lire|voir|aussi|sujet|rubrique|lee|relacionad|interesar"
    r"|recomend|leggi|correlati|leia|veja|lees|関連|相关|推荐|관련",
    re.IGNORECASE,
)


@cache
def _table() -> tuple[frozenset[str], int]:
    """The labels as words with a space between them, and how many words the longest has."""
    labels = frozenset(" ".join(_WORD_OR_COMMA.findall(_folded(_LABELS))).split(" , "))
    return labels, max(label.count(" ") for label in labels) + 1


def _folded(line: str) -> str:
    return line.casefold().replace("’", "'")


def is_label(line: str) -> bool:
    """Whether a line is made of labels of the page alone ("Share Facebook Twitter", "ADVERTISEMENT")."""
    if len(line) > 120:
        return False
    words, (labels, longest) = _WORD.findall(_folded(line)), _table()
    at, found = 0, False
    while at < len(words):
        size = next((n for n in range(longest, 0, -1) if " ".join(words[at : at + n]) in labels), 0)
        if size:
            found = True
        elif (
            not words[at][0].isdigit()
            and not (found and words[at] in _JOINERS)
            and not (at and _counts(words[at - 1 : at + 1]))
        ):
            return False
        at += size or 1
    return found


def announces(line: str) -> bool:
    """Whether a line is a label under which links to other pages stand ("Related stories")."""
    return _ANNOUNCED.search(line) is not None and is_label(line)


def _counts(pair: list[str]) -> bool:
    """Whether two words are a number and what it counts on a page."""
    return pair[0][0].isdigit() and pair[1] in _COUNTED
