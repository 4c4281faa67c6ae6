using System.Security.Cryptography;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Web.Accounts.Tokens;
using ClaimsDesk.Web.Exports;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Web.Errors;

/// <summary>
/// Answers a request that failed: the log keeps the error under a short reference, and the reader gets the reference. The page is
/// drawn here, not by running the pipeline again, since what broke may be what every page needs.
/// </summary>
public sealed class ErrorReference(IDbContextFactory<ClaimsDeskDb> database, ILogger<ErrorReference> log) : IExceptionHandler
{
    // No 0/O and 1/I: it is read out on the telephone.
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>A new reference, such as <c>7KQ4-M2XD</c>.</summary>
    public static string New()
    {
        var letters = RandomNumberGenerator.GetString(Letters, 8);
        return $"{letters[..4]}-{letters[4..]}";
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) return true;
        if (exception is NotAllowedException)
        {
            await Refusal(httpContext.Request, exception.Message).ExecuteAsync(httpContext);
            return true;
        }
        var reference = New();
        log.LogError(exception, "Error {Reference} at {Method} {Path}", reference, httpContext.Request.Method, httpContext.Request.Path);
        var trouble = TroubleOf(exception);
        var status = exception is BadHttpRequestException bad ? bad.StatusCode
            : trouble is not null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        if (trouble is not null) httpContext.Response.Headers.RetryAfter = "10";
        httpContext.Response.StatusCode = status;
        await Answer(httpContext.Request, reference, trouble, status).ExecuteAsync(httpContext);
        return true;
    }

    // Locked, full, out of reach: not this request's fault, and perhaps over soon.
    private string? TroubleOf(Exception exception)
    {
        using var db = database.CreateDbContext();
        return db.TroubleOf(exception);
    }

    private static IResult Answer(HttpRequest request, string reference, string? trouble, int status) => IsForPrograms(request)
        ? TypedResults.Problem($"{trouble ?? "Something went wrong."} The log keeps it under {reference}.", statusCode: status)
        : new RazorComponentResult<ErrorDocument>(new { Reference = reference, Again = request.GetEncodedPathAndQuery(), Trouble = trouble }) { StatusCode = status };

    private static IResult Refusal(HttpRequest request, string why) => IsForPrograms(request)
        ? TypedResults.Problem(why, statusCode: StatusCodes.Status403Forbidden)
        : RefusalDocument.Answer(StatusCodes.Status403Forbidden, "This is not for you", why);

    /// <summary>Whether a program asks, who gets JSON and never a page.</summary>
    public static bool IsForPrograms(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Path == ClaimFeed.Path || TokenAuthentication.IsIn(request);
}
