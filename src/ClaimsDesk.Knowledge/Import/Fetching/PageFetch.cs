using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace ClaimsDesk.Knowledge.Import.Fetching;

/// <summary>What came of fetching a page.</summary>
public abstract record Fetched
{
    private Fetched() { }

    /// <summary>It was fetched, and can be imported.</summary>
    public sealed record Page(ImportFile File) : Fetched;

    /// <summary>It was not.</summary>
    /// <param name="Reason">One or two sentences: what is wrong, and the cure.</param>
    public sealed record Refused(string Reason) : Fetched;
}

/// <summary>
/// Fetches pages from the web. The address that is connected to is looked at when it is connected to, for every redirect anew, so that
/// neither a name that resolves inwards nor one that changes between two look-ups leads into the network that ClaimsDesk runs in.
/// </summary>
public sealed class PageFetch : IDisposable
{
    private const int MostRedirects = 5;
    private const int GreatestLength = 20 * 1024 * 1024;
    private const int LongestAddress = 2000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text/html"] = ".html",
        ["application/xhtml+xml"] = ".html",
        ["text/plain"] = ".txt",
        ["application/pdf"] = ".pdf",
        ["application/rss+xml"] = ".xml",
        ["application/atom+xml"] = ".xml",
        ["application/xml"] = ".xml",
        ["text/xml"] = ".xml",
        ["application/json"] = ".json",
        ["application/ld+json"] = ".json",
        ["text/csv"] = ".csv",
    };

    private readonly HttpClient _client;
    private readonly TimeSpan _longest;

    /// <summary>Fetches from public addresses.</summary>
    /// <param name="isOn">Whether pages are fetched at all.</param>
    public PageFetch(bool isOn) : this(isOn, PublicAddresses.Contains, Longest) { }

    /// <summary>Fetches from the addresses that are allowed: tests have servers of their own.</summary>
    internal PageFetch(bool isOn, Func<IPAddress, bool> isAllowed, TimeSpan longest)
    {
        (IsOn, _longest) = (isOn, longest);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = true, // never from https to http; never to another scheme
            MaxAutomaticRedirections = MostRedirects,
            AutomaticDecompression = DecompressionMethods.All,
            UseProxy = false, // a proxy would look the name up by itself
            UseCookies = false,
            Credentials = null,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, isAllowed, cancellation),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("ClaimsDesk", "1.0"));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/pdf, application/rss+xml, application/atom+xml, text/plain, */*;q=0.1");
    }

    /// <summary>Whether pages are fetched; whoever runs ClaimsDesk may switch it off.</summary>
    public bool IsOn { get; }

    /// <summary>Fetches one page.</summary>
    public async Task<Fetched> FetchAsync(string address, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!IsOn) return new Fetched.Refused("Fetching pages is switched off here. Save the page from your browser, and import the file.");
        var typed = address.Trim();
        if (typed.Length > LongestAddress || !Uri.TryCreate(typed, UriKind.Absolute, out var page) || (page.Scheme != Uri.UriSchemeHttp && page.Scheme != Uri.UriSchemeHttps) || page.UserInfo.Length > 0)
            return new Fetched.Refused($"“{ImportFile.Printable(typed.Length > 80 ? typed[..80] + "…" : typed)}” is no address of a page. Give it whole, as in https://example.org/news.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_longest);
        try
        {
            return await FetchAsync(page, limit.Token);
        }
        catch (Exception e) when (IsTooSlow(e))
        {
            return new Fetched.Refused(string.Create(CultureInfo.InvariantCulture, $"{page.Host} took longer than {_longest.TotalSeconds:0.#} seconds. Try again later, or save the page from your browser and import the file."));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException or UriFormatException)
        {
            return new Fetched.Refused(Why(e, page));
        }

        // What is under way when the time is over breaks off in more than one way.
        bool IsTooSlow(Exception e) => limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested && e is (OperationCanceledException or HttpRequestException or IOException);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<Fetched> FetchAsync(Uri page, CancellationToken cancellation)
    {
        using var response = await _client.GetAsync(page, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var reached = response.RequestMessage?.RequestUri ?? page;
        if ((int)response.StatusCode is >= 300 and < 400) return new Fetched.Refused(LeadsAstray(page));
        if (!response.IsSuccessStatusCode) return new Fetched.Refused($"{reached.Host} answers {(int)response.StatusCode} ({response.ReasonPhrase}). Check the address; where the page needs signing in, save it from your browser and import the file.");
        var type = response.Content.Headers.ContentType;
        if (!Extensions.TryGetValue(type?.MediaType ?? "text/html", out var extension)) return new Fetched.Refused($"{reached.Host} sends {ImportFile.Printable(type!.MediaType!)}, which is no page, feed or document. Give the address of the article itself.");
        if (response.Content.Headers.ContentLength > GreatestLength || await ReadAsync(response, cancellation) is not { } bytes)
            return new Fetched.Refused($"The page is longer than {GreatestLength / 1024 / 1024} MB. Save its article by itself, and import the file.");
        return new Fetched.Page(new ImportFile(NameOf(reached, extension), _ => Task.FromResult<Stream>(new MemoryStream(bytes))) { Url = reached.GetLeftPart(UriPartial.Query) });
    }

    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > GreatestLength) return null; // counted unpacked
        }
        return bytes.ToArray();
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint end, Func<IPAddress, bool> isAllowed, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(end.Host, cancellation);
        var allowed = Array.FindAll(found, address => isAllowed(address));
        if (allowed.Length == 0) throw new ClosedAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, end.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Why(Exception problem, Uri page)
    {
        for (var e = problem; e is not null; e = e.InnerException)
        {
            if (e is UriFormatException) return LeadsAstray(page);
            if (e is ClosedAddressException) return $"{page.Host} is not on the public internet, and only pages from there are fetched. Save the page from your browser, and import the file.";
            if (e is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }) return $"There is no {page.Host}, or its name cannot be looked up now. Check the address.";
        }
        return $"{page.Host} cannot be reached, or breaks off. Try again later, or save the page from your browser and import the file.";
    }

    private static string LeadsAstray(Uri page) =>
        $"{page.Host} sends from one address to the next more than {MostRedirects} times, or to one that is no web page. Open it in your browser, and give the address that it ends at.";

    // "example.org/2024/bridge.html"
    private static string NameOf(Uri page, string extension)
    {
        var name = ImportFile.Printable($"{page.Host}{Uri.UnescapeDataString(page.AbsolutePath).TrimEnd('/')}");
        name = name.Length > 150 ? name[..150] : name;
        return name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? name : name + extension;
    }

    private sealed class ClosedAddressException() : IOException("Only public addresses are connected to.");
}
