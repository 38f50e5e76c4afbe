// A page that shows work in progress looks again for itself, and leaves everything alone that has not changed.
const again = async () => {
  const main = document.querySelector('main[data-live]');
  if (!main) return;
  await new Promise((resolve) => setTimeout(resolve, Number(main.dataset.live)));
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (answer.redirected) return location.assign(answer.url);
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
    if (!answer.ok || !next) return;
    const parts = [...main.querySelectorAll('[data-part]')];
    const same = next.dataset.live && parts.length > 0 && parts.every((part) => next.querySelector(`[data-part="${part.dataset.part}"]`));
    if (same) {
      for (const part of parts) {
        const fresh = next.querySelector(`[data-part="${part.dataset.part}"]`);
        if (part.innerHTML !== fresh.innerHTML) part.innerHTML = fresh.innerHTML;
      }
    } else if (main.innerHTML !== next.innerHTML) main.replaceWith(next);
  } catch {
    // The server is away for a moment: the next look tells.
  }
  again();
};
again();
