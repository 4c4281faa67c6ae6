namespace ClaimsDesk.Web.Hosting;

/// <summary>
/// Answers HEAD as GET without its body (RFC 9110, 9.3.2), for every address at once. A link checker or a reader's preview asks so, and
/// endpoints are mapped for GET.
/// </summary>
public static class HeadRequests
{
    private static readonly object Mark = new();

    /// <summary>Whether only the head is wanted: what is dear to make need not be made.</summary>
    public static bool WantsHeadOnly(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.ContainsKey(Mark);
    }

    /// <summary>Adds it to the pipeline, before what finds the endpoint.</summary>
    public static void UseHeadRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }
        var body = context.Response.Body;
        context.Items[Mark] = true;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
            context.Request.Method = HttpMethods.Head;
        }
    });
}
