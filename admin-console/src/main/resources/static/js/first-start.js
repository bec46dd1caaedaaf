// Proposes the time zone of the browser for the first store, and puts the cursor where the next thing is to be typed.
const zone = document.getElementById('timeZone');
if (zone && !zone.value) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
document.querySelector('#step input:not([type=hidden])')?.focus();
